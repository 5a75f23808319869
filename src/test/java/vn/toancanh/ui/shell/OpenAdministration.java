package vn.toancanh.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.FakeAdministration;
import vn.toancanh.ui.testing.Fx;

/** A main window with a city to administer, and hands for the forms. */
abstract class OpenAdministration {
    static final Right CITY = new Right(Level.CONFIGURE, null, List.of());
    OpenShell window;
    FakeAdministration server;

    @BeforeEach
    void open() throws Exception {
        window = new OpenShell(40, 2);
        server = window.desk.administrationServer;
        server.city();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    void enter(Right... rights) throws Exception {
        Fx.run(() -> window.desk.sessions.rights = List.of(rights));
        window.signIn();
        Fx.settle(window.scene());
    }

    void key(KeyCode code) throws Exception {
        Fx.run(() -> Fx.press(window.scene().getRoot(), code, false));
        Fx.settle(window.scene());
    }

    List<String> words(String selector) throws Exception {
        return Fx.on(() -> window.scene().getRoot().lookupAll(selector).stream()
                .filter(Node::isVisible)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    void press(String label) throws Exception {
        Fx.run(() -> {
            Node root = window.scene().lookup(".tc-administration");
            ButtonBase found = Stream.concat(
                            root.lookupAll(".button").stream(), root.lookupAll(".toggle-button").stream())
                    .filter(node -> node instanceof ButtonBase button && label.equals(button.getText()))
                    .map(ButtonBase.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + label));
            found.requestFocus();
            found.fire();
        });
        Fx.settle(window.scene());
    }

    List<TextField> fields() throws Exception {
        return Fx.on(() -> window.scene().getRoot().lookupAll(".tc-form .text-field").stream()
                .map(TextField.class::cast)
                .toList());
    }

    void choose(String name) throws Exception {
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) window.scene().lookup(".tc-list-pane .list-view");
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof Account account
                        && account.displayName().equals(name)) {
                    list.getSelectionModel().select(i);
                }
            }
        });
        Fx.settle(window.scene());
    }

    /** The form's own button, not the one above the list that is called the same. */
    void press2(String label) throws Exception {
        Fx.run(() -> window.scene().getRoot().lookupAll(".tc-form .button").stream()
                .filter(node -> node instanceof Button button && label.equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label))
                .fire());
        Fx.settle(window.scene());
    }

    String chosenSection() throws Exception {
        return Fx.on(() -> window.scene().getRoot().lookupAll(".tc-section").stream()
                .filter(node -> node instanceof ToggleButton button && button.isSelected())
                .map(node -> ((ToggleButton) node).getText())
                .findFirst()
                .orElse(""));
    }

    boolean there(String selector) throws Exception {
        return Fx.on(() -> window.scene().lookup(selector) != null);
    }

    void connection(Connection.Phase phase) throws Exception {
        Fx.run(() -> window.desk.sessions.connection(new Connection(phase, null)));
        Fx.settle(window.scene());
    }
}
