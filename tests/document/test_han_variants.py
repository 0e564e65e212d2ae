from reportreader.document.han_variants import simplified_forms, simplify


def test_traditional_text_becomes_simplified_code_point_for_code_point() -> None:
    traditional = "發展鄉村產業，辦好民生實事；臺灣、裏面、後來"

    assert simplify(traditional) == "发展乡村产业，办好民生实事；台湾、里面、后来"
    assert len(simplify(traditional)) == len(traditional)


def test_simplified_text_and_other_scripts_stay() -> None:
    text = "发展乡村产业 2021年 GDP 增长5.8%\n"

    assert simplify(text) == text


def test_a_simplified_form_is_final() -> None:
    forms = simplified_forms()

    assert len(forms) > 4000
    assert not set(forms) & set(forms.values())
