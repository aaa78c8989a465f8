import '../../styles/booking.css';
export { BookingsPage } from './bookings-page';
export { TicketPage } from './ticket-page';
