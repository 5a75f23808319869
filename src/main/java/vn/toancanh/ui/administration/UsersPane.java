package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ListCell;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.Role;
import vn.toancanh.base.Texts;

/** The users, and the form of the chosen one. */
final class UsersPane extends ListPane<Account> {
    private final AdministrationModel model;
    private final Function<Instant, String> moment;

    /** What waits until the list was told anew. */
    private Runnable settled = () -> {};

    UsersPane(AdministrationModel model, Texts texts, Overlay overlay, Function<Instant, String> moment) {
        super(
                texts,
                overlay,
                texts.get("administration.searchUsers"),
                texts.get("administration.addUser"),
                texts.get("administration.usersHint"));
        this.model = model;
        this.moment = moment;
    }

    @Override
    List<Account> matching(String typed) {
        return model.book().accounts(typed);
    }

    @Override
    String key(Account item) {
        return item.id();
    }

    @Override
    Optional<Account> find(String key) {
        return model.book().account(key);
    }

    @Override
    ListCell<Account> cell() {
        return new TwoLineCell<>(
                Account::displayName,
                user -> user.username()
                        + model.book()
                                .role(user.roleId())
                                .map(role -> " · " + role.name())
                                .orElse(""),
                user -> user.enabled() ? "" : texts.get("administration.locked"),
                true);
    }

    @Override
    Form form(Account item) {
        UserForm form = new UserForm(model, item, texts, this::saved, this::open);
        boolean own = item.username().equals(model.doors().get().user());
        if (!own) {
            form.doings(user -> Optional.of(new UserDoings(
                    model,
                    user,
                    texts,
                    overlay,
                    moment,
                    stored -> {
                        form.follow(stored);
                        model.book().reload();
                    },
                    this::removed,
                    () -> overtaken(form, user))));
        }
        return form;
    }

    private void overtaken(UserForm form, Account user) {
        settled = () -> model.book()
                .account(user.id())
                .filter(now -> now.version() > user.version())
                .ifPresent(form::overtakenBy);
        model.book().reload();
    }

    @Override
    void refresh() {
        super.refresh();
        if (!model.book().loading()) {
            Runnable then = settled;
            settled = () -> {};
            then.run();
        }
    }

    @Override
    Form fresh() {
        String only = model.book().roles().size() == 1
                ? model.book().roles().stream().map(Role::id).findFirst().orElse("")
                : "";
        return new UserForm(model, new Account("", "", "", only, true, null, null, 0), texts, this::saved, this::open);
    }

    @Override
    String nothing(String typed) {
        return texts.get(typed.isBlank() ? "administration.noUsers" : "administration.noneFound");
    }

    private void saved(Account stored) {
        showSaved(stored);
        model.book().reload();
    }

    private void removed() {
        shut();
        model.book().reload();
    }
}
