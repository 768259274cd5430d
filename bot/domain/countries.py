"""States by every name that news gives them: names, acronyms, demonyms, and the seats that stand for them.

A line of the table is `name; other names; demonyms; capital and other metonyms`, commas inside.
A demonym stands as printed (“Malawian”); its plural in -s is understood. Seats whose names mostly mean
something else in English news (Victoria, Kingston, Georgetown, St John's …) are left out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

TABLE = """
Afghanistan;;Afghan;Kabul
Albania;;Albanian;Tirana
Algeria;;Algerian;Algiers
Andorra;;Andorran;
Angola;;Angolan;Luanda
Antigua and Barbuda;;Antiguan,Barbudan;
Argentina;;Argentine,Argentinian,Argentinean;Buenos Aires,Casa Rosada
Armenia;;Armenian;Yerevan
Australia;;Australian,Aussie;Canberra
Austria;;Austrian;Vienna
Azerbaijan;;Azerbaijani,Azeri;Baku
Bahamas;The Bahamas;Bahamian;Nassau
Bahrain;;Bahraini;Manama
Bangladesh;;Bangladeshi;Dhaka
Barbados;;Barbadian,Bajan;Bridgetown
Belarus;Byelorussia;Belarusian,Belarussian;Minsk
Belgium;;Belgian;
Belize;;Belizean;Belmopan
Benin;;Beninese;Porto-Novo,Cotonou
Bhutan;;Bhutanese;Thimphu
Bolivia;;Bolivian;La Paz
Bosnia and Herzegovina;Bosnia,Bosnia-Herzegovina,BiH;Bosnian,Herzegovinian;Sarajevo
Botswana;;Botswanan,Motswana,Batswana;Gaborone
Brazil;;Brazilian;Brasília,Brasilia,Itamaraty,Planalto
Britain;United Kingdom,UK,U.K.,Great Britain;British,Briton,Brits;London,Whitehall,Downing Street
Brunei;Brunei Darussalam;Bruneian;Bandar Seri Begawan
Bulgaria;;Bulgarian;Sofia
Burkina Faso;Burkina;Burkinabe,Burkinabé;Ouagadougou
Burundi;;Burundian;Gitega,Bujumbura
Cambodia;;Cambodian,Khmer;Phnom Penh
Cameroon;;Cameroonian;Yaoundé,Yaounde
Canada;;Canadian;Ottawa
Cape Verde;Cabo Verde;Cape Verdean,Cabo Verdean;Praia
Central African Republic;CAR;Central African;Bangui
Chad;;Chadian;N'Djamena,N’Djamena,Ndjamena
Chile;;Chilean;La Moneda
China;People's Republic of China,People’s Republic of China,PRC,Mainland China;Chinese;Beijing,Zhongnanhai
Colombia;;Colombian;Bogotá,Bogota
Comoros;;Comorian,Comoran;Moroni
Congo;Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo,DRC,D.R. Congo;Congolese;Kinshasa
Congo-Brazzaville;Republic of Congo,Republic of the Congo;;Brazzaville
Costa Rica;;Costa Rican;
Croatia;;Croatian,Croat;Zagreb
Cuba;;Cuban;Havana
Cyprus;;Cypriot;Nicosia
Czechia;Czech Republic;Czech;Prague
Denmark;;Danish,Dane;Copenhagen
Djibouti;;Djiboutian;
Dominica;;Dominican;Roseau
Dominican Republic;;;Santo Domingo
East Timor;Timor-Leste,Timor Leste;Timorese,East Timorese;Dili
Ecuador;;Ecuadorian,Ecuadorean;Quito
Egypt;;Egyptian;Cairo
El Salvador;;Salvadoran,Salvadorean,Salvadorian;San Salvador
Equatorial Guinea;;Equatoguinean;Malabo
Eritrea;;Eritrean;Asmara
Estonia;;Estonian;Tallinn
Eswatini;Swaziland;Swazi;Mbabane
Ethiopia;;Ethiopian;Addis Ababa
Faroe Islands;Faroes,Faeroe Islands;Faroese,Faroe Islander;
Fiji;;Fijian;Suva
Finland;;Finnish,Finn;Helsinki
France;;French,Frenchman,Frenchwoman;Paris,Élysée,Elysée,Elysee,Quai d'Orsay,Quai d’Orsay,Matignon
Gabon;;Gabonese;Libreville
Gambia;The Gambia;Gambian;Banjul
Georgia;;Georgian;Tbilisi
Germany;;German;Berlin
Ghana;;Ghanaian;Accra
Greece;;Greek;Athens
Greenland;;Greenlandic,Greenlander;Nuuk
Grenada;;Grenadian;
Guatemala;;Guatemalan;
Guinea;;Guinean;Conakry
Guinea-Bissau;;Bissau-Guinean;Bissau
Guyana;;Guyanese;
Haiti;;Haitian;Port-au-Prince
Honduras;;Honduran;Tegucigalpa
Hong Kong;;Hongkonger,Hong Konger;
Hungary;;Hungarian,Magyar;Budapest
Iceland;;Icelandic,Icelander;Reykjavík,Reykjavik
India;;Indian;New Delhi,Delhi
Indonesia;;Indonesian;Jakarta
Iran;Islamic Republic of Iran,Islamic Republic;Iranian;Tehran,Teheran
Iraq;;Iraqi;Baghdad
Ireland;Republic of Ireland;Irish,Irishman,Irishwoman;Dublin
Israel;;Israeli;Jerusalem,Tel Aviv
Italy;;Italian;Rome,Quirinale
Ivory Coast;Côte d'Ivoire,Côte d’Ivoire,Cote d'Ivoire,Cote d’Ivoire;Ivorian;Yamoussoukro,Abidjan
Jamaica;;Jamaican;
Japan;;Japanese;Tokyo
Jordan;Hashemite Kingdom of Jordan;Jordanian;Amman
Kazakhstan;;Kazakh,Kazakhstani;Astana,Nur-Sultan,Akorda
Kenya;;Kenyan;Nairobi
Kiribati;;I-Kiribati;Tarawa
Kosovo;;Kosovar,Kosovan;Pristina,Prishtina
Kuwait;;Kuwaiti;
Kyrgyzstan;Kyrgyz Republic;Kyrgyz,Kyrgyzstani;Bishkek
Laos;;Lao,Laotian;Vientiane
Latvia;;Latvian;Riga
Lebanon;;Lebanese;Beirut
Lesotho;;Basotho,Mosotho;Maseru
Liberia;;Liberian;Monrovia
Libya;;Libyan;Tripoli
Liechtenstein;;Liechtensteiner;Vaduz
Lithuania;;Lithuanian;Vilnius
Luxembourg;;Luxembourgish,Luxembourger;
Madagascar;;Malagasy,Madagascan;Antananarivo
Malawi;;Malawian;Lilongwe
Malaysia;;Malaysian;Kuala Lumpur,Putrajaya
Maldives;The Maldives;Maldivian;
Mali;;Malian;Bamako
Malta;;Maltese;Valletta
Marshall Islands;;Marshallese;Majuro
Mauritania;;Mauritanian;Nouakchott
Mauritius;;Mauritian;Port Louis
Mexico;;Mexican;Mexico City
Micronesia;Federated States of Micronesia;Micronesian;Palikir
Moldova;;Moldovan;Chișinău,Chisinau,Kishinev
Monaco;;Monégasque,Monegasque;
Mongolia;;Mongolian;Ulaanbaatar,Ulan Bator
Montenegro;;Montenegrin;Podgorica
Morocco;;Moroccan;Rabat
Mozambique;;Mozambican;Maputo
Myanmar;Burma;Burmese;Naypyidaw,Nay Pyi Taw,Naypyitaw
Namibia;;Namibian;Windhoek
Nauru;;Nauruan;
Nepal;;Nepali,Nepalese;Kathmandu
Netherlands;The Netherlands,Holland;Dutch,Dutchman,Dutchwoman;The Hague
New Zealand;Aotearoa;New Zealander,Kiwi;Wellington
Nicaragua;;Nicaraguan;Managua
Niger;;Nigerien;Niamey
Nigeria;;Nigerian;Abuja
North Korea;DPRK;North Korean;Pyongyang
North Macedonia;Macedonia;Macedonian,North Macedonian;Skopje
Norway;;Norwegian;Oslo
Oman;;Omani;Muscat
Pakistan;;Pakistani;Islamabad
Palau;;Palauan;
Palestine;State of Palestine;Palestinian;Ramallah
Panama;;Panamanian;Panama City
Papua New Guinea;PNG;Papua New Guinean;Port Moresby
Paraguay;;Paraguayan;Asunción,Asuncion
Peru;;Peruvian;Lima
Philippines;The Philippines;Philippine,Filipino,Filipina;Manila,Malacañang,Malacanang
Poland;;Polish,Pole;Warsaw
Portugal;;Portuguese;Lisbon
Puerto Rico;;Puerto Rican;
Qatar;;Qatari;Doha
Romania;;Romanian;Bucharest
Russia;Russian Federation;Russian;Moscow,Kremlin
Rwanda;;Rwandan;Kigali
Saint Lucia;St Lucia,St. Lucia;Saint Lucian,St Lucian;Castries
Saint Vincent and the Grenadines;St Vincent and the Grenadines;Vincentian;
Samoa;;Samoan;Apia
San Marino;;Sammarinese;
Sao Tome and Principe;São Tomé and Príncipe;São Toméan,Santomean;
Saudi Arabia;Kingdom of Saudi Arabia,KSA;Saudi,Saudi Arabian;Riyadh
Scotland;;Scottish,Scot;Holyrood
Senegal;;Senegalese;Dakar
Serbia;;Serbian,Serb;Belgrade
Seychelles;;Seychellois;
Sierra Leone;;Sierra Leonean;Freetown
Singapore;;Singaporean;
Slovakia;Slovak Republic;Slovak,Slovakian;Bratislava
Slovenia;;Slovenian,Slovene;Ljubljana
Solomon Islands;;Solomon Islander;Honiara
Somalia;;Somali;Mogadishu
Somaliland;;Somalilander;Hargeisa
South Africa;;South African;Pretoria
South Korea;Republic of Korea,ROK;South Korean,Korean;Seoul
South Sudan;;South Sudanese;Juba
Spain;;Spanish,Spaniard;Madrid,Moncloa
Sri Lanka;;Sri Lankan;Colombo
Sudan;;Sudanese;Khartoum
Suriname;Surinam;Surinamese;Paramaribo
Sweden;;Swedish,Swede;Stockholm
Switzerland;Swiss Confederation;Swiss;Bern,Berne
Syria;;Syrian;Damascus
Taiwan;;Taiwanese;Taipei
Tajikistan;;Tajik,Tajikistani;Dushanbe
Tanzania;;Tanzanian;Dodoma,Dar es Salaam
Thailand;;Thai;Bangkok
Togo;;Togolese;Lomé,Lome
Tonga;;Tongan;Nuku'alofa,Nuku’alofa,Nukuʻalofa
Trinidad and Tobago;Trinidad;Trinidadian,Tobagonian;Port of Spain
Tunisia;;Tunisian;Tunis
Turkey;Türkiye,Turkiye;Turkish,Turk;Ankara
Turkmenistan;;Turkmen;Ashgabat,Ashkhabad
Tuvalu;;Tuvaluan;Funafuti
Uganda;;Ugandan;Kampala
Ukraine;;Ukrainian;Kyiv,Kiev,Bankova
United Arab Emirates;UAE,U.A.E.,Emirates;Emirati;Abu Dhabi
United States;United States of America,US,U.S.,USA,U.S.A.,America;American;Washington
Uruguay;;Uruguayan;Montevideo
Uzbekistan;;Uzbek,Uzbekistani;Tashkent
Vanuatu;;ni-Vanuatu,Vanuatuan;Port Vila
Vatican;Holy See,Vatican City;;
Venezuela;;Venezuelan;Caracas,Miraflores
Vietnam;Viet Nam;Vietnamese;Hanoi
Wales;;Welsh,Welshman,Welshwoman;
Yemen;;Yemeni;Sanaa,Sana'a,Sana’a
Zambia;;Zambian;Lusaka
Zimbabwe;;Zimbabwean;Harare
"""


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its usual name, other names and acronyms, demonyms, and the seats that can stand for it."""

    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def all_names(self) -> tuple[str, ...]:
        """The usual name first, then the others."""
        return (self.name, *self.names)


@cache
def countries() -> tuple[Country, ...]:
    """All states of the table."""
    return tuple(_country(line) for line in TABLE.strip().splitlines())


def country_named(text: str) -> Country | None:
    """The state with this name or acronym, case as printed (“US”, “Türkiye”); None when there is none."""
    return _by_name().get(_bare(text))


def country_of_demonym(text: str) -> Country | None:
    """The state whose people or adjective this is (“Malawian”, “Malawians”)."""
    return _by_demonym().get(text) or _by_demonym().get(text.removesuffix("s"))


def country_of_seat(text: str) -> Country | None:
    """The state that this capital or metonym can stand for (“Kremlin”, “Delhi”)."""
    return _by_seat().get(_bare(text))


@lru_cache(maxsize=16384)
def country_of(text: str) -> Country | None:
    """The state that a name, an acronym, a demonym or a seat points to, in this order."""
    return country_named(text) or country_of_demonym(text) or country_of_seat(text)


def _country(line: str) -> Country:
    name, names, demonyms, seats = (tuple(filter(None, field.split(","))) for field in line.split(";"))
    return Country(name[0], names, demonyms, seats)


def _bare(text: str) -> str:
    return text.removeprefix("the ").removeprefix("The ")


@cache
def _by_name() -> dict[str, Country]:
    return _index(lambda country: map(_bare, country.all_names))


@cache
def _by_demonym() -> dict[str, Country]:
    return _index(lambda country: country.demonyms)


@cache
def _by_seat() -> dict[str, Country]:
    return _index(lambda country: map(_bare, country.seats))


def _index(keys: Callable[[Country], Iterable[str]]) -> dict[str, Country]:
    return {key: country for country in countries() for key in keys(country)}
