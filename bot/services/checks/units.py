"""Units and scales as English prints them beside numbers."""

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "billion": 1e9, "bn": 1e9,
    "trillion": 1e12, "tn": 1e12, "trn": 1e12, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
UNITS = {
    form: line.split()[0]
    for line in """
% percent percents pc
point points
$ dollar dollars usd
€ euro euros eur
£ pound pounds gbp sterling
¥ yen yuan renminbi
km kilometre kilometres kilometer kilometers
mile miles
metre metres meter meters m
cm centimetre centimetres centimeter centimeters
mm millimetre millimetres millimeter millimeters
foot feet ft
inch inches
acre acres
hectare hectares ha
litre litres liter liters
gallon gallons
tonne tonnes ton tons
kg kilogram kilograms kilo kilos
gram grams
barrel barrels
mw megawatt megawatts
gw gigawatt gigawatts
degree degrees
second seconds
minute minutes min
hour hours
day days
week weeks
month months
quarter quarters
year years yr
decade decades
century centuries
time times
vote votes
people person persons
""".strip().splitlines()
    for form in line.split()
}
DAYS = {
    "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4,
    "quarter": 91.3, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
"""How many days a length of time has, about."""
