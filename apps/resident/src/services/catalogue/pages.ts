import '../../styles/booking.css';
export { ServiceCheckPage } from './service-check-page';
export { ServicePage } from './service-page';
export { ServicesPage } from './services-page';
