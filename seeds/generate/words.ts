/** Word lists of invented places, offices and subjects; nothing here is about anybody. */
export const GIVEN =
  'Ada Bela Carlo Dunja Emil Farah Goran Hana Ivo Jana Karim Lena Marek Noor Olga Pavel Quentin Rosa Samir Tova Ulla Viktor Wanda Ximena Yusuf Zora'.split(
    ' ',
  )
export const FAMILY =
  'Abel Brandt Castell Dorne Ekberg Falk Grau Halloran Ilves Jessen Korda Lindqvist Moravec Nakata Okonjo Pereira Quist Rautio Sarkis Tamm Ueda Varga Wexley Yardley Zabel Arden Boone Crane'.split(
    ' ',
  )
export const PLACES =
  'Alderney Brackwater Carrow Dunmore Elmfield Fenwick Garston Harrowgate Isling Jorvik Kestrel Lorne Marrow Northolt Overy Pellham Quarry Ridley Stanmere Tarn Upwell Vale Westerly Yarrow'.split(
    ' ',
  )
export const OFFICES = [
  'Ministry of',
  'Office of',
  'Department of',
  'Commission on',
  'Institute of',
  'Authority for',
]
export const SUBJECTS =
  'Housing Transport Fisheries Energy Health Schools Prisons Trade Borders Water Taxation Forestry Labour Ports Policing Archives Statistics Elections Courts Aviation'.split(
    ' ',
  )
export const PAPERS = [
  'Courier',
  'Herald',
  'Gazette',
  'Observer',
  'Post',
  'Tribune',
  'Wire',
  'Chronicle',
  'Monitor',
  'Dispatch',
]
export const TITLES = [
  'spokesperson',
  'director',
  'inspector',
  'engineer',
  'councillor',
  'analyst',
  'secretary',
]
export const THINGS =
  'permits inspections complaints vacancies patients prisoners licences contracts accidents arrests loans vessels teachers houses kilometres of track litres of diesel'
    .split(' ')
    .slice(0, 13)
export const VERBS = [
  'lost',
  'counted',
  'withheld',
  'approved',
  'cancelled',
  'hid',
  'doubled',
  'halved',
  'reported',
  'sold',
  'paid for',
]
export const CAUSES = [
  'after the flood',
  'before the vote',
  'without a tender',
  'despite a warning',
  'in a single month',
  'under the old contract',
  'during the strike',
  'on the minister’s order',
]
