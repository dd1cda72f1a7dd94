"""What an import proposes about a text: metadata, roles, counts, named figures; and how versions compare.

announced     Counts a document announces of its own parts: "20 chỉ tiêu", "ba khâu đột phá", "14 nhóm nhiệm vụ".
documents     Several documents in one file: where each begins, offered to a person as several sources.
doubts         What in the tree of an imported document is not sure, with its place and how to change it.
merging       Three versions of a text become one: what was imported before, what a person made of it, what is imported
              now.
metric_names  Names for the figures of a source, proposed from the words around them, so that a course can call them.
roles         What each provision is in a resolution, proposed from headings and wording; a person decides.
settings      What an import proposes for source.yaml: roles, announced counts, figures with names; a person confirms
              them.
versions      Two readings of one source compared provision by provision, so that addresses of what stayed can be kept.
"""
