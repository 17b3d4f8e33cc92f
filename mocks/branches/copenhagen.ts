import { branchesOf } from './branch.js';

/** Pick-up branches of a library like Københavns Biblioteker. Names and addresses are lifelike, ids and opening hours are made up. */
export const copenhagenBranches = branchesOf([
  ['DK-710100', 'Hovedbiblioteket', 'Krystalgade 15', '1172', 'København K', 55.6806, 12.5734, 'main'],
  ['DK-710101', 'Bibliotekshuset', 'Rodosvej 4', '2300', 'København S', 55.6568, 12.6076, 'long'],
  ['DK-710102', 'BIBLIOTEKET Rentemestervej', 'Rentemestervej 76', '2400', 'København NV', 55.7068, 12.5319, 'long'],
  ['DK-710103', 'Blågårdens Bibliotek', 'Blågårds Plads 5', '2200', 'København N', 55.6867, 12.5556, 'long'],
  ['DK-710104', 'Brønshøj Bibliotek', 'Krabbesholmvej 3', '2700', 'Brønshøj', 55.7057, 12.4988, 'long'],
  ['DK-710105', 'Christianshavns Bibliotek', 'Dronningensgade 53', '1420', 'København K', 55.6731, 12.5929, 'short'],
  ['DK-710106', 'Husum Bibliotek', 'Frederikssundsvej 290', '2700', 'Brønshøj', 55.7117, 12.4766, 'short'],
  ['DK-710107', 'Islands Brygge Bibliotek', 'Njalsgade 15', '2300', 'København S', 55.6647, 12.5817, 'long'],
  ['DK-710108', 'Nordhavn Bibliotek', 'Århusgade 130', '2150', 'Nordhavn', 55.7073, 12.5972, 'short'],
  ['DK-710109', 'Nørrebro Bibliotek', 'Bragesgade 8B', '2200', 'København N', 55.6998, 12.5417, 'long'],
  ['DK-710110', 'Solvang Bibliotek', 'Remisevej 8', '2300', 'København S', 55.6454, 12.6003, 'long'],
  ['DK-710111', 'Sundby Bibliotek', 'Jemtelandsgade 3', '2300', 'København S', 55.6658, 12.6042, 'long'],
  ['DK-710112', 'Sydhavnens Bibliotek', 'Wagnersvej 19', '2450', 'København SV', 55.6543, 12.5397, 'long'],
  ['DK-710113', 'Tingbjerg Bibliotek', 'Skolesiden 4', '2700', 'Brønshøj', 55.7183, 12.4813, 'short'],
  ['DK-710114', 'Valby Bibliotek', 'Annexstræde 2', '2500', 'Valby', 55.6618, 12.5164, 'long'],
  ['DK-710115', 'Vanløse Bibliotek', 'Frode Jakobsens Plads 4', '2720', 'Vanløse', 55.6872, 12.4911, 'long'],
  ['DK-710116', 'Vesterbro Bibliotek', 'Lyrskovsgade 4', '1758', 'København V', 55.6674, 12.5434, 'long'],
  ['DK-710117', 'Vigerslev Bibliotek', 'Vigerslevvej 300', '2500', 'Valby', 55.6519, 12.4894, 'short'],
  ['DK-710118', 'Øbro Bibliotek', 'Jagtvej 227', '2100', 'København Ø', 55.7064, 12.5678, 'long'],
  ['DK-710119', 'Ørestad Bibliotek', 'Arne Jacobsens Allé 19', '2300', 'København S', 55.6305, 12.5786, 'long'],
  ['DK-710120', 'Østerbro Bibliotek', 'Dag Hammarskjölds Allé 19', '2100', 'København Ø', 55.6942, 12.5799, 'short'],
]);
