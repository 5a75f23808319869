package vn.toancanh.ui.administration;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListCell;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.Sending;
import vn.toancanh.administration.TypedWords;
import vn.toancanh.base.Texts;

/** The roles, and the form of the chosen one. */
final class RolesPane extends ListPane<Role> {
    private final AdministrationModel model;
    private final Sending removing = new Sending(this::told);
    private boolean overtaken;

    RolesPane(AdministrationModel model, Texts texts, Overlay overlay) {
        super(
                texts,
                overlay,
                texts.get("administration.searchRoles"),
                texts.get("administration.addRole"),
                texts.get("administration.rolesHint"));
        this.model = model;
    }

    @Override
    List<Role> matching(String typed) {
        TypedWords words = new TypedWords(typed);
        return model.book().roles().stream()
                .filter(role -> words.occurIn(role.name()))
                .toList();
    }

    @Override
    String key(Role item) {
        return item.id();
    }

    @Override
    Optional<Role> find(String key) {
        return model.book().role(key);
    }

    @Override
    ListCell<Role> cell() {
        return new TwoLineCell<>(
                Role::name,
                role -> texts.get("administration.roleUsers", role.users()),
                role -> role.builtin() ? texts.get("administration.builtin") : "",
                false);
    }

    @Override
    Form form(Role item) {
        String why = "";
        if (item.builtin()) {
            why = texts.get("administration.builtinWords");
        } else if (item.id().equals(model.doors().get().role())) {
            why = texts.get("administration.ownRole");
        } else if (!item.understood()) {
            why = texts.get("administration.notUnderstood");
        }
        return why.isEmpty()
                ? new RoleForm(model, item, texts, overlay, this::saved, this::open, () -> remove(item))
                : new RoleCard(model, item, why, texts, () -> copy(item));
    }

    private void copy(Role item) {
        Role made = item.copy(texts.get("administration.copyOf", item.name()));
        RoleForm form = new RoleForm(model, made, texts, overlay, this::saved, this::open, () -> {});
        putFresh(form);
    }

    @Override
    Form fresh() {
        int usual = Math.min(Role.USUAL_PRIORITY, model.doors().get().mostPriority());
        return new RoleForm(model, Role.fresh(usual), texts, overlay, this::saved, this::open, () -> {});
    }

    @Override
    String nothing(String typed) {
        return texts.get(typed.isBlank() ? "administration.noRoles" : "administration.noneFound");
    }

    private void saved(Role stored) {
        showSaved(stored);
        model.book().reload();
    }

    private void remove(Role item) {
        overlay.ask(
                texts.get("administration.removeRoleTitle", item.name()),
                texts.get("administration.removeRoleWords"),
                texts.get("administration.removeRole"),
                () -> removing.<Boolean>send(answer -> model.service().remove(newest(item), answer), any -> {
                    shut();
                    model.book().reload();
                }));
    }

    /** As the list has it, which is told anew where somebody else was faster; the form may be older. */
    private Role newest(Role item) {
        return find(item.id()).filter(now -> now.version() > item.version()).orElse(item);
    }

    private void told(Sending.State state) {
        overtaken = state.phase() == Sending.Phase.OVERTAKEN;
        if (overtaken) {
            say(texts.get("administration.overtakenDoing"));
            model.book().reload();
        } else {
            say(state.failure().map(texts::of).orElse(""));
        }
    }

    @Override
    void refresh() {
        super.refresh();
        if (overtaken && !model.book().loading()) {
            overtaken = false;
            if (!dirty()) {
                // What is to be removed is looked at first as it is now.
                present().ifPresent(this::open);
            }
        }
    }
}
