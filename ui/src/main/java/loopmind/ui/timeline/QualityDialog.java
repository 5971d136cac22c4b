package loopmind.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import loopmind.mixer.measure.QaCheck;
import loopmind.mixer.measure.QaReport;

/** What the last render was checked for, and how it came out. */
final class QualityDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  QualityDialog(QaReport report) {
    setHeaderTitle("Checks of the mix");
    setWidth("560px");
    UnorderedList list = new UnorderedList();
    list.addClassName("checks");
    report.checks().forEach(check -> list.add(new ListItem(text(check))));
    String tries =
        report.tries() == 1 ? "" : " It was rendered %d times for that.".formatted(report.tries());
    add(
        new Paragraph((report.passed() ? "All checks passed." : "Not all checks passed.") + tries),
        list);
    getFooter().add(new Button("Close", event -> close()));
  }

  private static String text(QaCheck check) {
    return String.format(
        Locale.ROOT,
        "%s %s: %.2f %s (goal or limit %.2f)",
        check.passed() ? "✓ passed," : "✗ missed,",
        check.name().replace('_', ' '),
        check.value(),
        check.unit(),
        check.target());
  }
}
