import '../../styles/life.css';
import type { ReactElement } from 'react';
import { useViewer } from '../../access/viewer';
import { useFilter } from '../../kit/filters';
import { BranchMonth } from './branch-month';
import { Overview } from './overview';

/** 組織生活 A secretary sees their branch's month; a cadre where debts gather, and from there any branch. */
export default function LifePage(): ReactElement {
  const { me } = useViewer();
  const [branch] = useFilter('branch', '');
  const isSecretary = me.duties.every(({ role }) => role === 'BRANCH_SECRETARY');
  return branch || isSecretary ? <BranchMonth key={branch} id={branch || null} /> : <Overview />;
}
