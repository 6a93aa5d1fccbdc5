/// What is the same in every page: no script, nothing from elsewhere, styles in the page.
enum HTMLPage {
  static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>Names in text</title>
    <style>
    \(style)
    </style>
    </head>
    <body>

    """

  static let foot = """
    <footer>Marked by Allonym \(Versions.allonym). Point at a name, or go to it with the Tab key, to see whose it is.</footer>
    </body>
    </html>

    """

  private static let style = """
    :root { --ink: #1d1f23; --paper: #fdfcfa; --faint: #61656d; --line: #d9d6d0; --card: #ffffff;
      --person: #fde3b4; --place: #cdeccd; --organization: #d3e0fb; --facility: #e6dcf6; --event: #fbd5d5;
      --work: #cfeeee; --vessel: #e3e3d0; --unknown: #ececec; --key: #0b57d0; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e4df; --paper: #17181b; --faint: #a3a7af; --line: #3a3c42; --card: #212328;
        --person: #5a430f; --place: #1d4a26; --organization: #1f3a6b; --facility: #42306b; --event: #6b2626;
        --work: #145050; --vessel: #4b4b2a; --unknown: #3a3a3a; --key: #8ab4f8; } }
    body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; color: var(--ink); background: var(--paper);
      font: 1.0625rem/1.75 Georgia, "Noto Serif", "Noto Serif CJK SC", serif; overflow-wrap: break-word; }
    h1 { font: 600 1.125rem/1.4 system-ui, sans-serif; border-bottom: 1px solid var(--line); padding-bottom: .5rem; }
    .doc { white-space: pre-wrap; unicode-bidi: plaintext; text-align: start; }
    mark { position: relative; color: inherit; border-radius: .2em; padding: 0 .12em; cursor: default;
      -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    mark:focus { outline: 2px solid var(--key); outline-offset: 1px; }
    .person { background: var(--person); } .place { background: var(--place); }
    .organization { background: var(--organization); } .facility { background: var(--facility); }
    .event { background: var(--event); } .work { background: var(--work); } .vessel { background: var(--vessel); }
    .unknown { background: var(--unknown); border-bottom: 1px dashed var(--faint); }
    .card { display: none; position: absolute; z-index: 1; left: 50%; top: 100%; width: 19rem; max-width: 80vw;
      margin-left: -9.5rem; padding: .75rem .9rem; box-sizing: border-box; white-space: normal; text-align: left;
      font: .875rem/1.45 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; color: var(--ink);
      background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
      box-shadow: 0 .4rem 1.4rem rgb(0 0 0 / .22); }
    mark:hover > .card, mark:focus > .card { display: block; }
    .card .name { display: block; font-weight: 600; font-size: 1rem; }
    .card .native { display: block; font-size: 1.125rem; }
    .card .what, .card .why { display: block; color: var(--faint); }
    .card .why { margin-top: .35rem; }
    .card svg { display: block; margin: .6rem auto 0; max-width: 100%; height: auto; }
    .card svg text { font: 14px system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; fill: var(--ink); }
    .card svg .way { font-size: 11px; fill: var(--faint); }
    .card svg rect { fill: var(--paper); stroke: var(--line); } .card svg path { stroke: var(--faint); fill: none; }
    table { width: 100%; margin-top: 2.5rem; border-collapse: collapse; font: .875rem/1.5 system-ui, sans-serif; }
    th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
    th { color: var(--faint); font-weight: 500; }
    footer { margin-top: 3rem; color: var(--faint); font: .8125rem/1.5 system-ui, sans-serif; }
    @media (max-width: 68rem) {
      mark { position: static; }
      .card { position: fixed; left: 50%; top: auto; bottom: 1rem; } }
    @media print {
      body { max-width: none; background: none; color: #000; }
      mark { background: none; border-bottom: 1px solid #555; }
      .card, footer { display: none !important; } }
    """
}
