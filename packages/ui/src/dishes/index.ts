export { DishPlate, type DishLook, dishLooks, isDishLook } from './dish-plate.js';
