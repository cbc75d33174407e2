// Names of people, places and firms: some as they are, and many more put together from parts.

export const firstNames = `
Anna James Maria David Sarah Michael Elena Thomas Emma Daniel Laura Peter Sofia Paul Julia Martin Nina John Clara Samuel
Amina Lucas Priya Omar Zoë José Chloé André Renée Jürgen Åsa Søren Łukasz Željko Mónica Inés Raúl Núria Gül Özlem Ayşe
Ngozi Kwame Fatima Yusuf Leila Karim Mei Hiroshi Yuki Jin Linh Arjun Divya Ravi Anjali Tariq Nadia Ivan Olga Dmitri Katya
Piotr Agnieszka Jana Milan Tereza Zoltán Ágnes Mihai Ioana Nikos Eleni Marco Giulia Luca Chiara Pierre Céline Hélène Luc
Hans Greta Lars Ingrid Erik Astrid Mikko Aino Sean Niamh Fiona Rhys Carys Hamish Morag Ruth Simon Hannah Adam Grace Leo
Ida Oscar Alice Hugo Vera Max Rosa Felix Marta Victor Eva Noah Mila Ben Lucy Jack Ella Henry Kate George Jane Philip Ann
`;

export const surnames = `
Smith Jones Brown Müller García Novak Silva Rossi Kowalski Nguyen Patel Khan Okafor Mensah Haddad Cohen Yılmaz Tanaka Kim
Chen Singh Ivanov Popescu Papadopoulos Jensen Larsson Virtanen Dubois Lefèvre Côté Muñoz Peña Gómez Conceição Araújo
Björnsson Łukasik Dvořák Šimić Szabó Öztürk Ångström Grüber Weiß O’Connor MacLeod Evans Byrne Campbell Fraser Murphy
Walker Wright Turner Hughes Clarke Baker Cooper Parker Morris Ward Wood Watson Price Bennett Marsh Lane Frost Hale Stone
`;
export const surnameBeginnings = `
Ash Bark Bell Black Brad Brook Burn Car Chad Clay Cliff Cole Cran Dal Den Dray East Eld Fair Farn Fen Field Fox Gar Glen
Gold Green Grim Had Hal Ham Harp Hart Hay Haz Heath Hill Hol Horn Hul Kel Kings Lang Lin Lock Long Lud Mal Marl Mel Mer
Mid Mil Moor Nether New North Oak Old Pem Pres Rad Red Ring Rock Rush Sal Sand Shel Sher Stan Stock Strat Sut Thorn Til
Under Wal War Wes Whit Wil Win Wood Wor
`;
export const surnameEndings = `
bridge brook burn by cliffe combe cott croft dale den field ford gate ham hill holt hurst land ley man mere more ridge
shaw stead stock stone ton wick well wood worth yard
`;

export const cities = `
London Paris Berlin Brussels Madrid Rome Vienna Lisbon Warsaw Prague Dublin Athens Oslo Stockholm Helsinki Copenhagen Kyiv
Budapest Bucharest Sofia Zagreb Belgrade Tallinn Riga Vilnius Geneva Zürich Malmö Kraków Gdańsk Łódź Köln München Liège
Besançon Orléans León Córdoba Málaga Coimbra Évora Porto Bologna Naples Turin Seville Bilbao Marseille Lyon Nantes Ghent
Antwerp Rotterdam Utrecht Hamburg Leipzig Dresden Graz Basel Bergen Turku Aarhus Cork Leeds Glasgow Cardiff Belfast York
Washington Ottawa Montréal Québec Bogotá Lima Quito Santiago Brasília Montevideo Havana Kingston Nairobi Accra Lagos Dakar
Cairo Tunis Rabat Algiers Kampala Lusaka Maputo Windhoek Pretoria Jakarta Manila Hanoi Bangkok Delhi Mumbai Dhaka Colombo
Kathmandu Tehran Baghdad Beirut Amman Ankara İzmir Tbilisi Yerevan Baku Tashkent Seoul Tokyo Osaka Taipei Canberra Suva
`;
export const townBeginnings = `
Alder Amber Apple Ayles Barn Beacon Birch Bramble Bright Broad Candle Castle Cherry Church Cold Copper Crow Dark Deer Dove
Ebb Elm Ever Falcon Fern Fish Flint Frost Glass Goose Gorse Gull Hare Harbour Hazel Heather Heron High Hollow Ivy Juniper
Kettle Lamb Lark Lime Little Low Maple Mill Mist Moss Nettle Nut Otter Owl Pear Pebble Pine Plum Quarry Rain Raven Reed
Rook Rose Rowan Rye Salt Sea Sedge Silver Skylark Sloe Snow Spring Star Stoke Stone Storm Summer Swan Thistle Tide Upper
Vine Wether Wheat White Wind Winter Wren Yarrow
`;
export const townEndings = `
bay borough bourne bridge brook bury by cliff combe cross dale end field fleet ford gate green ham haven head hill holm
hurst lea mere minster mouth ness pool port sea stead stow thorpe ton wick well wold worth
`;

export const firmBeginnings = `
Aero Agri Alto Aqua Arbo Astra Atlas Auro Bio Blue Bora Calo Cando Cela Clear Core Cosmo Cryo Delta Dyna Eco Ener Ever Fero
Flexi Fluo Geo Glo Helio Hydro Inno Iso Juno Kali Kine Lumi Luna Macro Magna Mari Medi Meta Micro Mira Mono Nano Neo Nova
Octo Omni Opti Orbi Pano Pico Poly Prima Quanta Rapi Reno Sola Sono Stella Strato Syn Tecto Terra Tri Uni Vela Vera Vita Zeta
`;
export const firmEndings = `
bank base bridge care cast chem corp craft data drive dyne fab field flow form gen graph grid labs lane line link lux mark
med mind net nics pharm phone plan point port power scope shore soft span stone tech tel tex therm trade tron vest ware works
`;
export const institutions = `
Ministry of {},National Institute of {},{} Federation,University of {},{} Council,Institute for {} Studies,{} Union,
Court of {},Society of {},{} Trust,Chamber of {},{} Foundation,Agency for {},{} Observatory
`;
export const institutionFields = `
Health Finance Justice Transport Education Culture Labour Agriculture Energy Statistics Geology Music Engineering Housing
Fisheries Forestry Meteorology Archaeology Commerce Migration Science Trade Railways Nursing Mathematics Standards Heritage
`;
