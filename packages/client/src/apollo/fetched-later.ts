import { ApolloLink } from '@apollo/client';
import { Observable } from 'rxjs';

/** A link that is fetched when an operation first needs it. One that could not be fetched is asked for again by the next. */
export const fetchedLater = (load: () => Promise<ApolloLink>): ApolloLink =>
  new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        load().then(
          (link) => !observer.closed && observer.add(link.request(operation, forward).subscribe(observer)),
          (error: unknown) => observer.error(error),
        );
      }),
  );
