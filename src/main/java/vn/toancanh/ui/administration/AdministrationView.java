package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Doors;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.kit.CardHead;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;

/**
 * Administration over the wall, which goes on behind: sections at the left, as far as whoever is signed in may enter them, and
 * the chosen one beside them. What was typed stays while the view is away. Esc goes one step back.
 */
public final class AdministrationView extends StackPane implements Overlay {
    /** The keys of the view, for the list of keys. */
    public static final List<KeyHint> KEYS =
            List.of(new KeyHint("Ctrl+N", "administration.keyNew"), new KeyHint("Enter", "administration.keyForm"));

    private static final double WIDTH = 1320;
    private static final double HEIGHT = 860;
    private static final double SECTIONS_WIDTH = 188;

    /** What there is to be seen. */
    public enum Section {
        USERS("administration.users"),
        ROLES("administration.roles"),
        SITES("administration.sites"),
        PUBLISHED("administration.published"),
        CERTIFICATES("administration.certificates"),
        POLICY("administration.policy"),
        TRAIL("trail.title"),
        OWN("administration.own");

        private final String textKey;

        Section(String textKey) {
            this.textKey = textKey;
        }
    }

    private final AdministrationModel model;
    private final Texts texts;
    private final Map<Section, ToggleButton> buttons = new EnumMap<>(Section.class);
    private final Map<Section, Node> panes = new EnumMap<>(Section.class);
    private final StackPane middle = new StackPane();
    private final VBox card;
    private final Map<Section, SectionPane> parts = new EnumMap<>(Section.class);
    private final @Nullable PolicyForm policy;
    private final List<ListPane<?>> lists;
    private Handle following = Handle.NONE;
    private Section chosen = Section.OWN;
    private Runnable back = () -> {};
    private @Nullable Node before;

    /**
     * @param moment a point in time as people read it now
     * @param close takes the view away
     */
    public AdministrationView(
            AdministrationModel model, Texts texts, Function<Instant, String> moment, Runnable close) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("tc-administration");
        getStylesheets().add(Theme.sheet(AdministrationView.class, "administration.css"));
        Doors doors = model.doors().get();
        policy = doors.policy() ? new PolicyForm(model, texts, this) : null;
        ToggleGroup group = new ToggleGroup();
        VBox sections = new VBox(Tokens.SPACE_4);
        sections.getStyleClass().add("tc-sections");
        sections.setMinWidth(SECTIONS_WIDTH);
        sections.setPrefWidth(SECTIONS_WIDTH);
        if (doors.people()) {
            ListPane<?> users = new UsersPane(model, texts, this, moment);
            ListPane<?> roles = new RolesPane(model, texts, this);
            ListPane<?> sites = new SitesPane(model, texts, this);
            lists = List.of(users, roles, sites);
            panes.put(Section.USERS, users);
            panes.put(Section.ROLES, roles);
            panes.put(Section.SITES, sites);
        } else {
            lists = List.of();
        }
        if (doors.publishing()) {
            put(Section.PUBLISHED, new PublishedPane(model, texts));
        }
        if (doors.certificates()) {
            put(Section.CERTIFICATES, new CertificatesPane(model, texts, this));
        }
        if (policy != null) {
            panes.put(Section.POLICY, scrolling(policy));
            parts.put(Section.POLICY, policy);
        }
        if (doors.trail()) {
            put(Section.TRAIL, new TrailPane(model.trail(), doors.trailInPart(), texts, this));
        }
        if (doors.own()) {
            OwnPane own = new OwnPane(model, texts, this, moment);
            panes.put(Section.OWN, scrolling(own));
            parts.put(Section.OWN, own);
        }
        panes.keySet().forEach(section -> sections.getChildren().add(button(section, group)));
        HBox row = new HBox(Tokens.SPACE_16, sections, middle);
        HBox.setHgrow(middle, Priority.ALWAYS);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMinHeight(0);
        middle.setMinHeight(0);
        card = new VBox(Tokens.SPACE_16, head(close), row);
        card.getStyleClass().add("tc-administration-card");
        card.setMaxSize(WIDTH, HEIGHT);
        StackPane.setMargin(card, new Insets(Tokens.SPACE_24));
        getChildren().add(card);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && over()) {
                back.run();
                event.consume();
            }
        });
        sceneProperty().addListener((any, was, now) -> follow(now != null));
    }

    private <P extends Region & SectionPane> void put(Section section, P pane) {
        panes.put(section, pane);
        parts.put(section, pane);
    }

    private CardHead head(Runnable close) {
        boolean any = model.doors().get().any();
        return new CardHead(
                texts.get(any ? "administration.title" : "administration.own"),
                texts.get("administration.close"),
                close);
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private ToggleButton button(Section section, ToggleGroup group) {
        ToggleButton button = new ToggleButton(texts.get(section.textKey));
        button.getStyleClass().addAll("tc-quiet", "tc-section");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> open(section));
        buttons.put(section, button);
        return button;
    }

    /** Holds on to the model only while it is on show, and keeps no password while it is not. */
    private void follow(boolean shown) {
        following.close();
        following = Handle.NONE;
        if (shown) {
            following = model.book().onChange(this::changed);
            changed();
            if (!lists.isEmpty()) {
                model.book().reload();
            }
            parts.forEach((section, part) -> {
                if (section == chosen || !part.onShowAlone()) {
                    part.reload();
                }
            });
        } else {
            panes.values().stream()
                    .flatMap(pane -> pane.lookupAll(".password-field").stream())
                    .forEach(field -> ((PasswordField) field).clear());
            if (over()) {
                back.run();
            }
        }
    }

    private void changed() {
        lists.forEach(pane -> {
            pane.refresh();
            pane.sayOld(model.book().failure().map(texts::of));
        });
        parts.values().forEach(SectionPane::refresh);
    }

    /** Shows a section, or the first of those that there are. */
    public void open(Section wanted) {
        chosen = panes.containsKey(wanted) ? wanted : panes.keySet().iterator().next();
        buttons.forEach((section, button) -> button.setSelected(section == chosen));
        Node pane = panes.get(chosen);
        if (pane != null) {
            middle.getChildren().setAll(pane);
        }
        SectionPane part = parts.get(chosen);
        if (part != null && part.onShowAlone() && getScene() != null) {
            part.reload();
        }
    }

    /** Brings the keyboard to where one begins. */
    public void takeFocus() {
        SectionPane part = parts.get(chosen);
        if (part != null) {
            part.takeFocus();
        } else if (panes.get(chosen) instanceof ListPane<?> list) {
            list.takeFocus();
        }
    }

    /** The sections that there are. */
    public List<Section> sections() {
        return List.copyOf(panes.keySet());
    }

    /** The section on show. */
    public Section chosen() {
        return chosen;
    }

    /** True where something stands here that is not sent. */
    public boolean dirty() {
        return lists.stream().anyMatch(ListPane::dirty) || (policy != null && policy.dirty());
    }

    private boolean over() {
        return getChildren().size() > 1;
    }

    @Override
    public void ask(String question, String meaning, String yes, Runnable then, Runnable otherwise) {
        Question asked = new Question(question, meaning, yes, texts, () -> shut(then), () -> back.run());
        lay(asked, otherwise);
        asked.takeFocus();
    }

    @Override
    public void pick(
            SiteLines lines, Predicate<SiteLines.Line> fit, String none, Consumer<Optional<SiteId>> chosenSite) {
        SitePicker picker =
                new SitePicker(lines, fit, none, texts, site -> shut(() -> chosenSite.accept(site)), () -> back.run());
        lay(picker, () -> {});
        picker.takeFocus();
    }

    private void lay(Node over, Runnable otherwise) {
        before = getScene() == null ? null : getScene().getFocusOwner();
        StackPane ground = new StackPane(over);
        ground.getStyleClass().add("tc-over-form");
        getChildren().setAll(card, ground);
        // What is behind is out of reach of Tab, too.
        card.setDisable(true);
        back = () -> shut(otherwise);
    }

    private void shut(Runnable then) {
        getChildren().setAll(card);
        card.setDisable(false);
        back = () -> {};
        Node owner = before;
        before = null;
        if (owner != null && owner.getScene() != null) {
            owner.requestFocus();
        }
        then.run();
    }
}
