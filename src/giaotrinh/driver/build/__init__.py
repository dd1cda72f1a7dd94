"""A build, step by step: prepare, lay out, bind, prove, deliver; and what is kept from one build to the next.

checking    `giaotrinh check`: everything but printing.
clearing    Files of earlier builds that today's course no longer makes: of modules that went, moved or have another
            name.
editions    The recipe: prepare, lay out, bind, prove, deliver. Each step is one call.
explaining  Why a fragment was printed: the parts of its key, kept from the build before.
finishing   From a settled layout to the bytes of a finished file: the whole edition, or one module of it.
fitting     What an edition promises of the pages of its blocks, against where printing put them.
layout      One edition on its way through rendering and printing, in rounds until its page numbers settle.
manifest    build/manifest.json: what was made from what, for machines; its schema is versioned.
numbers     What the numbers on a line are taken for, with what check finds there.
outcome     What a check or a build came to, as data for the door to show.
preparing   From a snapshot to a linked and checked course with its editions; no effects beyond calling the rooms.
printed     What a finished file shows of the sources, page by page, and which files fell behind when a source was
            corrected.
proving     Proofs over a finished file, with the words of pages that were read before kept on disk.
recipe      A build: under the lock, from the record where nothing has changed, else made anew.
record      The record of the last build: when nothing it depended on has changed, the build is already done.
request     What the user asked a build for.
settling    Exemptions and severities over the findings of every room.
sources     Digests of the sources a file was printed from.
standing    Finished files that stand: what each was made from, kept from build to build.
variants    Variants of any edition: large print, grey-scale, for the archive, a draft; each under a file name of its
            own.
"""
