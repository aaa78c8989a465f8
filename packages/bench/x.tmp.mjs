import pg from 'pg'; import fs from 'fs';
const d='/tmp/w/house/'; const r=(n)=>fs.readFileSync(d+n,'utf8').trim();
export const db=new pg.Pool({connectionString:`postgres://postgres:${r('postgres.password')}@127.0.0.1:${r('postgres.port')}/postgres`,max:1});
export async function time(label,text,values=[],n=300){ let q={name:label,text,values,rowMode:'array'}; let rows; for(let i=0;i<12;i++) rows=(await db.query(q)).rows; const t=[];for(let i=0;i<n;i++){const a=performance.now();await db.query(q);t.push(performance.now()-a)} t.sort((a,b)=>a-b); console.log(label,'median ms',t[n>>1].toFixed(3),'min',t[0].toFixed(3),'len',String(rows[0]?.[0]).length); return rows}
