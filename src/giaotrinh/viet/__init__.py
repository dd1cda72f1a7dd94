"""The floor of the language: one reading of numbers, units, times, codes and syllables, as values of the model.

capitals     Letters for patterns: what a capital is in Vietnamese.
codes        Codes of documents ("02-CTr/TU", "12/NQ-CP", "198/2025/QH15"), as texts write them.
dates        Dates: "17/3/2021", "ngày 17 tháng 3 năm 2021", days without their year; and dates as they are printed.
flattening   A text made easy to search, with the way back to its own characters.
horizon      The year or years a figure is for: "đến năm 2025", "giai đoạn 2021-2025", and dates as deadlines.
lexicon      Lists of words, as data.
list_places  Places in lists: Roman numbers, letters in Vietnamese and Latin order, ordinals in words.
number       Numbers as Vietnamese texts write them: "8.300", "20,470", "3,1 triệu tỷ", "ba", "mười hai".
qualifier    What the words around a number say about it: "ít nhất", "khoảng", "trở lên".
quantity     Quantities in prose: number or range, unit, qualifier and the time they are for.
references   Numbers that are no quantities: dates, years, document numbers, places in documents, labels, telephone
             numbers.
roles        What the parts of a resolution are called: nouns of counts, names in sentences.
roman        Roman numbers: read and written, up to 3999.
spelled      Numbers spelled in words as people say them: "hai phần ba", "một nửa", "gấp đôi", "ba mươi nước".
syllable     The shape of a Vietnamese syllable: what can be one, and what only damage can have left.
times        Times a text names: years and periods a number may be for, as against years it is compared with.
unit         Units as they follow a number: "%/năm", "triệu đồng/người", "m2 sàn/người", "giường/vạn dân", "doanh
             nghiệp".
"""
