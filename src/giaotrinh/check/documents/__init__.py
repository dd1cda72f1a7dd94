"""Documents, their codes and dates, and the people and posts a course names.

asof      The as-of date: what was issued later stands in a box "Văn bản ban hành sau", nowhere else.
identity  Identity: a code and a date say which document; both must belong to it, and to a time that is known.
people    People and congresses: a post with its date, names as the sources write them, ordinals with their terms.
register  The register: what sources and references say of documents by number, date and title.
"""
