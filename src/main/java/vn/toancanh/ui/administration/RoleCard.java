package vn.toancanh.ui.administration;

import vn.toancanh.administration.Role;
import vn.toancanh.base.Texts;

/** A role that is not to be changed here: what it says, why it stays, and the way to a new one that says the same. */
final class RoleCard extends Form {
    private final Runnable copy;

    /** @param why why it stays as it is */
    RoleCard(AdministrationModel model, Role role, String why, Texts texts, Runnable copy) {
        super(texts, texts.get("administration.copyRole"));
        this.copy = copy;
        getChildren()
                .addAll(
                        title(role.name()),
                        dim(why),
                        sentence(RightWords.of(role, model.book().lines(), texts)),
                        sentence(texts.get("administration.priorityIs", role.ptzPriority())),
                        dim(texts.get("administration.roleUsers", role.users())));
        if (role.understood()) {
            getChildren().add(foot());
        }
    }

    @Override
    boolean dirty() {
        return false;
    }

    @Override
    void send() {
        copy.run();
    }

    @Override
    void takeFocus() {
        requestFocus();
    }
}
