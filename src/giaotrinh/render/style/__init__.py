"""What is done to the style and colours of a whole job after its parts are set.

grey         Grey-scale: every colour of a job becomes the grey of the same lightness.
large        Large print: beside the body type of 18 points nothing is smaller than 14.
style_sheet  Style sheets rewritten value by value; selectors, strings and comments stay as they are.
"""
