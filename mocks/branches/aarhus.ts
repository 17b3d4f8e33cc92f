import { branchesOf } from './branch.js';

/** Service points of a university library like AU Library. Names and addresses are lifelike, ids and opening hours are made up. */
export const aarhusServicePoints = branchesOf([
  ['DK-820010', 'AU Library, Det Kgl. Bibliotek', 'Victor Albecks Vej 1', '8000', 'Aarhus C', 56.1697, 10.2034, 'main'],
  ['DK-820011', 'AU Library, Fuglesangs Allé', 'Fuglesangs Allé 4', '8210', 'Aarhus V', 56.1742, 10.1782, 'main'],
  ['DK-820012', 'AU Library, Katrinebjerg', 'Finlandsgade 22', '8200', 'Aarhus N', 56.172, 10.1907, 'office'],
  ['DK-820013', 'AU Library, Nobelparken', 'Jens Chr. Skous Vej 3', '8000', 'Aarhus C', 56.1737, 10.2009, 'main'],
  ['DK-820014', 'AU Library, Bartholins Allé', 'Bartholins Allé 3', '8000', 'Aarhus C', 56.1685, 10.2043, 'office'],
  [
    'DK-820015',
    'AU Library, Aarhus Universitetshospital',
    'Palle Juul-Jensens Boulevard 99',
    '8200',
    'Aarhus N',
    56.1917,
    10.169,
    'office',
  ],
  ['DK-820016', 'AU Library, Moesgård', 'Moesgård Allé 20', '8270', 'Højbjerg', 56.088, 10.2434, 'office'],
  ['DK-820017', 'AU Library, Emdrup', 'Tuborgvej 164', '2400', 'København NV', 55.7192, 12.5407, 'office'],
]);
