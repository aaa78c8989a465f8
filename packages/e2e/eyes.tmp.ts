import { launchBrowser, openHouse } from '@linli/testkit';
const h = await openHouse(); const b = await launchBrowser();
for (const [lang,w] of [['en',390],['zh-TW',390],['en',320],['zh-TW',320]] as any) { const ctx = await b.newContext({viewport:{width:w,height:844}, locale: lang}); const p = await ctx.newPage();
await p.goto(h.url); await p.waitForTimeout(1500); await p.locator('input').first().fill('13900000002'); await p.keyboard.press('Enter'); await p.waitForTimeout(1500);
const o = await ctx.newPage(); await o.goto(h.url+'/outbox'); const code = /\b(\d{6})\b/.exec(await o.locator('body').innerText())?.[1]; await o.close();
await p.locator('input').first().fill(code!); await p.keyboard.press('Enter'); await p.waitForTimeout(2500);
for (const mode of ['elder','normal']) for (const path of ['/','/services','/bookings','/me']) { await p.goto(h.url+path); await p.waitForTimeout(1500);
 await p.evaluate(([m,l])=>{ document.documentElement.dataset.mode=m; document.documentElement.lang = l==='en'?'en':'zh-Hant'; document.documentElement.style.fontSize='200%';}, [mode,lang]); await p.waitForTimeout(200);
 const r = await p.evaluate(()=>{ const W=document.documentElement.clientWidth; const over=document.documentElement.scrollWidth-W; if(over<=0) return []; return [over+'px', ...[...document.querySelectorAll('body *')].filter(e=>e.getBoundingClientRect().right>W+0.5 && ![...e.children].some(c=>c.getBoundingClientRect().right>W+0.5)).slice(0,6).map(e=>e.tagName+'.'+e.className+' '+Math.round(e.getBoundingClientRect().right)+' '+(e.textContent??'').slice(0,30)+' < '+e.parentElement?.className)]; });
 if (r.length) console.log(lang,w,mode,path,JSON.stringify(r)); }
await ctx.close(); }
await b.close(); await h.stop();
