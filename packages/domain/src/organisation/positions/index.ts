export { type PlaceAreaInput, placeAreaInput, type Position } from './positions.js';
