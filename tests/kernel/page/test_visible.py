from selectolax.lexbor import LexborHTMLParser

from suluh.kernel.page.visible import visible_text

PAGE = "<title>T</title><style>a{}</style><p>Satu</p><script>x()</script><p>dua&nbsp;<b>tiga</b></p>"


def test_scripts_and_styles_are_not_visible():
    assert visible_text(PAGE) == "Satu dua tiga"


def test_a_given_tree_is_read_and_left_as_it_is():
    tree = LexborHTMLParser(PAGE)
    before = tree.html
    assert visible_text(tree) == "Satu dua tiga"
    assert tree.html == before
