"""Documents, their codes and dates, and the people and posts a course names.

actors    Who is to do something, beside whom the cited provision names for it.
asof      The as-of date: what was issued later stands in a box "Văn bản ban hành sau", nowhere else.
bodies    Bodies and posts as a text names them.
identity  Identity: a code and a date say which document; both must belong to it, and to a time that is known.
issuing   Who issued a document, and when.
people    People and congresses: a post with its date, names as the sources write them, ordinals with their terms.
register  The register: what sources and references say of documents by number, date and title.
"""
