package vn.toancanh.ui.administration;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import vn.toancanh.administration.AdministrationService.Feature;
import vn.toancanh.administration.Grant;
import vn.toancanh.administration.Hours;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.base.Texts;

/** What a role says: its name, its rights, and the terms of signing in. */
final class RoleForm extends BookForm<Role> {
    /** As the contract has them. */
    private static final int MOST_GRANTS = 64;

    private static final int MOST_HOURS = 21;

    private static final int MOST_LOCK = 480;

    private final Overlay overlay;
    private final Consumer<Role> saved;
    private final Field<TextField> name;
    private final Rows<GrantRow> grants;
    private final Field<TextField> priority;
    private final Field<TextField> lock;
    private final CheckBox second;
    private final CheckBox published;
    private final Rows<HoursRow> hours;

    /**
     * @param saved told of the role as it stands at the server then
     * @param show shows the form of the role as somebody else made it
     */
    RoleForm(
            AdministrationModel model,
            Role seen,
            Texts texts,
            Overlay overlay,
            Consumer<Role> saved,
            Consumer<Role> show,
            Runnable remove) {
        super(
                model,
                seen,
                texts,
                texts.get(seen.id().isEmpty() ? "administration.addRole" : "administration.save"),
                show);
        this.overlay = overlay;
        this.saved = saved;
        boolean fresh = seen.id().isEmpty();
        name = at("/name", Field.text(texts.get("administration.roleName"), seen.name()));
        name.control().setOnAction(event -> send());
        grants = new Rows<>(
                this,
                "/grants",
                texts.get("administration.rights"),
                texts.get("administration.noRights"),
                texts.get("administration.addRight"),
                this::addGrant);
        seen.grants().forEach(grant -> grants.add(row(grant)));
        priority = at(
                "/ptzPriority",
                Field.text(texts.get("administration.ptzPriority"), String.valueOf(seen.ptzPriority())));
        lock = at("/lockMinutes", Field.text(texts.get("administration.lockMinutes"), minutes(seen)));
        boolean locks = model.service().offers(Feature.LOCK);
        lock.setVisible(locks);
        lock.setManaged(locks);
        second = check("administration.secondPerson", seen.secondPerson());
        published = check("administration.publishedOnly", seen.publishedOnly());
        hours = new Rows<>(
                this,
                "/signInHours",
                texts.get("administration.hours"),
                texts.get("administration.always"),
                texts.get("administration.addHours"),
                this::addHours);
        seen.hours().forEach(each -> hours.add(row(each)));
        getChildren()
                .addAll(
                        title(fresh ? texts.get("administration.newRole") : seen.name()),
                        name,
                        grants,
                        dim(texts.get("administration.rightsWords")),
                        priority,
                        lock,
                        second,
                        published,
                        hours,
                        dim(texts.get("administration.hoursNote")));
        if (fresh) {
            getChildren().add(foot());
        } else {
            Button out = new Button(texts.get("administration.removeRole"));
            out.setOnAction(event -> remove.run());
            getChildren().addAll(dim(texts.get("administration.roleUsers", seen.users())), foot(out));
        }
    }

    private static String minutes(Role role) {
        return role.lockMinutes() == 0 ? "" : String.valueOf(role.lockMinutes());
    }

    /** As typed: 0 where nothing is; negative where it is no number. */
    private int lockMinutes() {
        String text = lock.control().getText();
        return text.isBlank() ? 0 : RightWords.number(text);
    }

    private CheckBox check(String key, boolean selected) {
        CheckBox box = new CheckBox(texts.get(key));
        box.setSelected(selected);
        box.setOnAction(event -> sending.typed());
        return box;
    }

    private GrantRow row(Grant grant) {
        return new GrantRow(grant, model, texts, overlay, sending::typed, row -> grants.remove(row));
    }

    private HoursRow row(Hours each) {
        return new HoursRow(each, texts, sending::typed, row -> hours.remove(row));
    }

    private void addGrant() {
        if (grants.all().size() < MOST_GRANTS) {
            var only = model.book().lines().all();
            boolean city = model.doors().get().wholeCity() || only.isEmpty();
            grants.add(row(
                    new Grant(Level.VIEW, city ? null : only.getFirst().site().id(), "", true)));
        }
    }

    private void addHours() {
        if (hours.all().size() < MOST_HOURS) {
            hours.add(row(new Hours(List.of(DayOfWeek.values()), "06:00", "18:00")));
        }
    }

    private Role typed() {
        int number = RightWords.number(priority.control().getText());
        return new Role(
                seen.id(),
                name.control().getText().strip(),
                seen.builtin(),
                grants.all().stream().map(GrantRow::grant).toList(),
                number < 0 ? seen.ptzPriority() : number,
                published.isSelected(),
                second.isSelected(),
                hours.all().stream().map(HoursRow::hours).toList(),
                lockMinutes() < 0 ? seen.lockMinutes() : lockMinutes(),
                seen.users(),
                seen.understood(),
                seen.version());
    }

    @Override
    boolean dirty() {
        String text = priority.control().getText().strip();
        return !typed().equals(seen)
                || !text.equals(String.valueOf(seen.ptzPriority()))
                || !lock.control().getText().strip().equals(minutes(seen));
    }

    @Override
    void takeFocus() {
        name.takeFocus();
    }

    @Override
    void send() {
        int number = RightWords.number(priority.control().getText());
        List<HoursRow> open = hours.all();
        for (int i = 0; i < open.size(); i++) {
            if (!open.get(i).isWhole()) {
                refuse("/signInHours/" + i, "format");
                return;
            }
        }
        if (name.control().getText().isBlank()) {
            refuse("/name", "required");
        } else if (number < 0 || number > 100) {
            refuse("/ptzPriority", "range");
        } else if (!lock.control().getText().isBlank() && (lockMinutes() < 1 || lockMinutes() > MOST_LOCK)) {
            refuse("/lockMinutes", "range");
        } else {
            Role wanted = typed();
            sending.<Role>send(answer -> model.service().put(wanted, answer), saved);
        }
    }

    @Override
    String forbidden() {
        return texts.get("administration.notGivable");
    }

    @Override
    Optional<Role> newest() {
        return model.book().role(seen.id());
    }

    @Override
    Role asIfSeen(Role newer) {
        return seen.seen(newer.version());
    }
}
