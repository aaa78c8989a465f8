/** What anybody learnt in trainings: it counts once the record is signed. One row for each session and person. */
export const TRAINED = `
  SELECT attended.resident_id, attended.minutes, session.day, plan.form
  FROM training_attendance attended
    JOIN training_session session ON session.id = attended.session_id AND session.state = 'SIGNED'
    JOIN training_plan plan ON plan.id = session.plan_id`;
