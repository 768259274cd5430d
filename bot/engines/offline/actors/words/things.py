"""Words for what has a name and does not act: places, events, ships and products, all lower case."""

from bot.services.wordlists import listed

OTHER_HEADS = listed("""
agreement treaty act protocol conference summit cup war prize award awards day bill accord accords convention
championship championships olympics marathon pact code law constitution memorandum resolution directive
regulation election elections referendum census ceremony season grand prix masters derby final finals trophy
medal crisis pandemic project pipeline exercise declaration charter covenant week month year era age
revolution uprising deal plan strategy budget report bible koran quran book novel album song film movie
meeting session hearing trial strike debate
""")

PLACE_HEADS = listed("""
river lake sea ocean bay gulf strait straits island islands isle reef reefs atoll peninsula cape mount
mountain mountains hill hills valley desert forest park garden gardens street road avenue lane square bridge
dam canal harbour harbor pier quay airport station stadium arena hall palace castle tower towers gate hotel
market beach coast region province state county district municipality city town village township parish
borough quarter territory basin delta plateau plain plains falls creek springs point crossing border highway
tunnel camp prison jail plant barracks base field fields woods moor moors north south east west memorial
monument cemetery shrine complex compound building plaza mall mine refinery terminal crater glacier oblast
raion voivodeship prefecture
""")

THINGS = listed("""
ship ferry vessel tanker freighter trawler yacht tug tugboat frigate destroyer submarine boat liner barge
schooner drug tablet pill medicine vaccine inhaler painkiller antibiotic app phone smartphone scooter car
hatchback saloon suv truck van motorcycle bike rocket satellite probe orbiter spacecraft rover missile drone
aircraft helicopter jet fighter novel album film song musical opera painting sculpture dish cheese wine storm
hurricane typhoon cyclone earthquake variant virus strain horse racehorse dog cat mare stallion gelding
locomotive train fertiliser fertilizer pesticide herbicide chatbot console game gadget
""")
"""Nouns for what has a name and is nobody."""

VESSELS = listed("mv ms hms ss rv uss ins fv mt mf hmas rms rrs sy")
"""What is printed before the name of a ship."""

PLACE_NOUNS = listed("""
village town city district tambon province region island port river lake county municipality commune
settlement suburb valley township parish borough hamlet kampung desa barangay oblast raion prefecture
governorate territory archipelago peninsula mountain coast
""")
"""Common nouns right before (or before “of”) a place."""
