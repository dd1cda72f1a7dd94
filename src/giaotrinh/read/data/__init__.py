"""Files of values: YAML, CSV and text, with the place of every value and every mistake at once.

csv_cells  CSV text -> cells with their places.
csv_table  CSV text or a spreadsheet -> the rows of a table whose columns are known by their heads, with every
           mistake of it.
decode     YAML values -> frozen dataclasses: strict types, no unknown keys, every mistake at once with its place.
sheet_cells
           A spreadsheet file -> cells with their places: XLSX, XLS, ODS.
text_file  Bytes of a text file -> its text in one form: UTF-8, NFC, line feeds, Đ where a look-alike stood.
values     Checks of single YAML values: words of a closed list, dates, reasons, names, lists without repeats.
yaml       YAML -> plain values with the place of each, by YAML 1.2 rules; every limit counted before anything is built.
"""
