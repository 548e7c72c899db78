/** The pages' whole style sheet. Sizes follow the reader's own; contrast is at least 4.5:1 in light and dark. */
export const style = `
:root { color-scheme: light dark; --ground: #f4f6f7; --sheet: #ffffff; --ink: #16242d; --quiet: #47555e;
  --line: #b9c4ca; --accent: #0b5671; --accent-ink: #ffffff; --warn: #fff1cc; --warn-ink: #4a3600;
  --bad: #a3201d; --bad-ground: #fdecea; }
@media (prefers-color-scheme: dark) { :root { --ground: #10181d; --sheet: #18232a; --ink: #e9eff2; --quiet: #b3c0c7;
  --line: #46545c; --accent: #7cc7e4; --accent-ink: #06202b; --warn: #4a3900; --warn-ink: #fff1cc;
  --bad: #ffb0a8; --bad-ground: #43191a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.5;
  font: 1.0625rem/1.5 "Source Sans 3", system-ui, "Segoe UI", Roboto, sans-serif; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--sheet); padding: .5rem 1rem; z-index: 1; }
.banner { margin: 0; background: var(--warn); color: var(--warn-ink); padding: .6rem 1.25rem; font-weight: 600; text-align: center; }
header { background: var(--sheet); border-bottom: 1px solid var(--line); }
header > div { max-width: 60rem; margin: 0 auto; padding: .75rem 1.25rem; display: flex; flex-wrap: wrap;
  gap: .5rem 1.5rem; align-items: center; }
.brand { font-weight: 700; font-size: 1.15rem; color: var(--ink); text-decoration: none; margin-right: auto; }
nav ul { list-style: none; display: flex; gap: 1rem; margin: 0; padding: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 2rem 0 .75rem; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.card { background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; margin: 0 0 .75rem; }
.card h2, .card h3 { margin: 0 0 .25rem; font-size: 1.1rem; overflow-wrap: anywhere; }
.card p { margin: .15rem 0; }
ul.plain { list-style: none; margin: 0; padding: 0; }
.quiet { color: var(--quiet); }
.deadline { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0 0 1rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
blockquote { margin: 0 0 1rem; padding: .75rem 1rem; background: var(--sheet); border-left: .3rem solid var(--accent);
  white-space: pre-line; overflow-wrap: anywhere; }
iframe { width: 100%; height: 75vh; min-height: 20rem; border: 1px solid var(--line); background: var(--sheet); }
label { font-weight: 600; display: block; }
input[type=text] { font: inherit; padding: .6rem .7rem; border: 1px solid var(--quiet); border-radius: .3rem;
  background: var(--sheet); color: var(--ink); width: 100%; max-width: 18rem; }
.tick { display: flex; gap: .7rem; align-items: flex-start; font-weight: 400; margin: 0 0 1rem; }
.tick input { width: 1.4rem; height: 1.4rem; flex: none; margin: .1rem 0 0; }
button, .button { font: inherit; font-weight: 600; padding: .65rem 1.4rem; border-radius: .3rem; cursor: pointer;
  border: 2px solid var(--accent); background: var(--accent); color: var(--accent-ink); text-decoration: none; display: inline-block; }
button.second, .button.second { background: transparent; color: var(--accent); }
button.link { border: 0; padding: 0; background: none; color: var(--accent); text-decoration: underline; font-weight: 400; }
button.danger { background: transparent; color: var(--bad); border-color: var(--bad); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: flex-start; }
.error { background: var(--bad-ground); color: var(--bad); border-radius: .3rem; padding: .6rem 1rem; font-weight: 600; }
.field { margin: 0 0 1rem; } .field .quiet { margin: 0 0 .3rem; }
`;
