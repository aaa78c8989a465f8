import '../styles/services.css';
import '../styles/organisation.css';
import { lazy, type ReactElement, Suspense, useEffect, useRef } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useMay, useViewer } from '../access/viewer';
import { AntdProvider } from '../kit/antd-provider';
import { Mishap } from '../kit/mishap';
import { Page, Panel } from '../kit/page';
import { Loading, Nothing } from '../kit/states';
import { useWords } from '../kit/words';
import { CentresProvider } from './centres';
import { firstDoor, isClosed } from './menu';
import { PageSearchProvider } from './page-search';
import { SideNav } from './side-nav';
import { TopBar } from './top-bar';

const Desk = lazy(() => import('../services/desk/desk-page'));
const Waitlists = lazy(() => import('../services/waitlists/waitlists-page'));
const Decisions = lazy(() => import('../services/decisions/decisions-page'));
const Standing = lazy(() => import('../services/standing/standing-page'));
const Calls = lazy(() => import('../services/closing/calls-page'));
const Kitchen = lazy(() => import('../services/kitchen/kitchen-page'));
const Menus = lazy(() => import('../services/kitchen/menus-page'));
const Labels = lazy(() => import('../services/labels/labels-page'));
const Safety = lazy(() => import('../services/food-safety/safety-page'));
const Clashes = lazy(() => import('../services/clashes/clashes-page'));
const Undelivered = lazy(() => import('../services/undelivered/undelivered-page'));
const Subsidies = lazy(() => import('../services/subsidies/subsidies-page'));
const Claims = lazy(() => import('../services/claims/claims-page'));
const Claim = lazy(() => import('../services/claims/claim-page'));
const Rounds = lazy(() => import('../services/rounds/rounds-page'));
const Ride = lazy(() => import('../services/rounds/ride-page'));
const Classes = lazy(() => import('../services/classes/classes-page'));
const Roll = lazy(() => import('../services/classes/roll-page'));
const Visits = lazy(() => import('../services/visits/visits-page'));
const Visit = lazy(() => import('../services/visits/visit-page'));
const Welfare = lazy(() => import('../services/welfare/welfare-page'));
const Services = lazy(() => import('../services/offering/services-page'));
const Timetable = lazy(() => import('../services/offering/timetable-page'));
const Resources = lazy(() => import('../services/resources/resources-page'));
const Organisation = lazy(() => import('../organisation/structure/structure-page'));
const Members = lazy(() => import('../organisation/members/members-page'));
const Posts = lazy(() => import('../organisation/posts/posts-page'));
const Talent = lazy(() => import('../organisation/talent/talent-page'));
const Moving = lazy(() => import('../organisation/moving/moving-page'));
const Becoming = lazy(() => import('../organisation/becoming/becoming-page'));
const Ratings = lazy(() => import('../organisation/ratings/ratings-page'));
const Rating = lazy(() => import('../organisation/ratings/rating-page'));
const Points = lazy(() => import('../organisation/member-points/points-page'));
const Training = lazy(() => import('../organisation/training/training-page'));
const Joint = lazy(() => import('../organisation/joint-meetings/joint-page'));
const Life = lazy(() => import('../organisation/life/life-page'));
const Meeting = lazy(() => import('../organisation/life/meeting-page'));
const Import = lazy(() => import('../organisation/imports/import-page'));
const Accounts = lazy(() => import('../access/accounts/accounts-page'));
const OwnAccount = lazy(() => import('../access/own-account/own-account-page'));
const Audit = lazy(() => import('../access/audit/audit-page'));
const Screens = lazy(() => import('../screens/screens/screens-page'));

// No page: without it the others stand.
const MarkSender = lazy(() =>
  import('../services/rounds/mark-sender').catch(() => ({ default: () => null })),
);

/** The console behind the gate. */
export default function Shell(): ReactElement {
  const { t } = useWords();
  const rides = useMay('DELIVER');
  return (
    <AntdProvider>
      <CentresProvider>
        <PageSearchProvider>
          <a className="skip" href="#main">
            {t('console.skip')}
          </a>
          <div className="shell">
            <SideNav />
            <TopBar />
            <Main />
          </div>
          {rides && (
            <Suspense fallback={null}>
              <MarkSender />
            </Suspense>
          )}
        </PageSearchProvider>
      </CentresProvider>
    </AntdProvider>
  );
}

function Main(): ReactElement {
  const { me } = useViewer();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.scrollTo(0, 0), [pathname]);
  return (
    <main className="main" id="main" tabIndex={-1} ref={main}>
      <Mishap place={pathname}>
        <Suspense fallback={<Loading />}>{isClosed(me.actions, pathname) ? <Closed /> : <Pages />}</Suspense>
      </Mishap>
    </main>
  );
}

function Pages(): ReactElement {
  const { me } = useViewer();
  const first = firstDoor(
    me.actions,
    me.duties.map(({ role }) => role),
  );
  return (
    <Routes>
      <Route path="/desk" element={<Desk />} />
      <Route path="/desk/closed" element={<Calls />} />
      <Route path="/waitlists" element={<Waitlists />} />
      <Route path="/decisions" element={<Decisions />} />
      <Route path="/standing" element={<Standing />} />
      <Route path="/kitchen" element={<Kitchen />} />
      <Route path="/kitchen/menus" element={<Menus />} />
      <Route path="/kitchen/labels" element={<Labels />} />
      <Route path="/kitchen/safety" element={<Safety />} />
      <Route path="/kitchen/clashes" element={<Clashes />} />
      <Route path="/rounds" element={<Rounds />} />
      <Route path="/rounds/:roundId" element={<Ride />} />
      <Route path="/classes" element={<Classes />} />
      <Route path="/classes/:seriesId" element={<Roll />} />
      <Route path="/visits" element={<Visits />} />
      <Route path="/visits/:bookingId" element={<Visit />} />
      <Route path="/welfare" element={<Welfare />} />
      <Route path="/undelivered" element={<Undelivered />} />
      <Route path="/subsidies" element={<Subsidies />} />
      <Route path="/claims" element={<Claims />} />
      <Route path="/claims/:claimId" element={<Claim />} />
      <Route path="/services" element={<Services />} />
      <Route path="/services/:serviceId" element={<Timetable />} />
      <Route path="/resources" element={<Resources />} />
      <Route path="/organisation" element={<Organisation />} />
      <Route path="/members" element={<Members />} />
      <Route path="/posts" element={<Posts />} />
      <Route path="/talent" element={<Talent />} />
      <Route path="/moving" element={<Moving />} />
      <Route path="/becoming" element={<Becoming />} />
      <Route path="/organisation/import" element={<Import />} />
      <Route path="/ratings" element={<Ratings />} />
      <Route path="/ratings/:ratingId" element={<Rating />} />
      <Route path="/life" element={<Life />} />
      <Route path="/training" element={<Training />} />
      <Route path="/joint" element={<Joint />} />
      <Route path="/points" element={<Points />} />
      <Route path="/life/meetings/:meetingId" element={<Meeting />} />
      <Route path="/accounts" element={<Accounts />} />
      <Route path="/account" element={<OwnAccount />} />
      <Route path="/audit" element={<Audit />} />
      <Route path="/screens" element={<Screens />} />
      <Route path="*" element={<Navigate to={first} replace />} />
    </Routes>
  );
}

function Closed(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('console.closedDoor')}>
      <Panel>
        <Nothing icon="lock" title={t('problem.FORBIDDEN')} />
      </Panel>
    </Page>
  );
}
