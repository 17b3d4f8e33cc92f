export { fieldProblem, GatewayProblem as LibraryProblem, problemResponse, type ProblemFacts } from '../src/server/problem.js';
