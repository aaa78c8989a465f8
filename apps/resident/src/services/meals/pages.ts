import '../../styles/booking.css';
export { LunchCheckPage } from './lunch-check-page';
export { LunchPage } from './lunch-page';
