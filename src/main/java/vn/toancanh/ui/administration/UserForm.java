package vn.toancanh.ui.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.Role;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Tokens;

/** Name, role and days of a user; of a new one user name and first password, too. */
final class UserForm extends BookForm<Account> {
    private final Consumer<Account> saved;
    private final boolean own;
    private final Label title = title("");
    private final Field<TextField> username;
    private final Field<TextField> name;
    private final Field<ComboBox<Role>> role;
    private final Field<TextField> from;
    private final Field<TextField> until;
    private final @Nullable PasswordPair password;
    private Function<Account, Optional<UserDoings>> make = any -> Optional.empty();
    private Optional<UserDoings> doings = Optional.empty();

    /**
     * @param saved told of the user as it stands at the server then
     * @param show shows the form of the user as somebody else made it
     */
    UserForm(AdministrationModel model, Account seen, Texts texts, Consumer<Account> saved, Consumer<Account> show) {
        super(
                model,
                seen,
                texts,
                texts.get(seen.id().isEmpty() ? "administration.addUser" : "administration.save"),
                show);
        this.saved = saved;
        boolean fresh = seen.id().isEmpty();
        own = seen.username().equals(model.doors().get().user());
        username = at("/username", Field.text(texts.get("administration.username"), seen.username()));
        name = at("/displayName", Field.text(texts.get("administration.displayName"), seen.displayName()));
        role = at("/roleId", roles());
        from = at("/validFrom", Field.text(texts.get("administration.validFrom"), Days.written(seen.validFrom())));
        until = at("/validUntil", Field.text(texts.get("administration.validUntil"), Days.written(seen.validUntil())));
        for (Field<TextField> day : List.of(from, until)) {
            day.control().setPromptText(texts.get("administration.dayPrompt"));
            HBox.setHgrow(day, Priority.ALWAYS);
        }
        for (Field<TextField> each : List.of(username, name, from, until)) {
            each.control().setOnAction(event -> send());
        }
        password = fresh ? new PasswordPair(this, "/password", texts.get("administration.firstPassword"), texts) : null;
        lay(fresh);
    }

    private void lay(boolean fresh) {
        title.setText(fresh ? texts.get("administration.newUser") : seen.displayName());
        getChildren().add(title);
        if (fresh) {
            getChildren().add(username);
        } else {
            getChildren().add(dim(texts.get("administration.usernameIs", seen.username())));
        }
        getChildren().add(name);
        if (own) {
            getChildren().add(dim(texts.get("administration.ownUser")));
        } else {
            getChildren().add(role);
        }
        if (model.doors().get().validity()) {
            getChildren().addAll(new HBox(Tokens.SPACE_12, from, until), dim(texts.get("administration.dayWords")));
        }
        if (password != null) {
            getChildren().addAll(password, dim(texts.get("administration.firstPasswordWords")));
        }
        getChildren().add(foot());
    }

    private Field<ComboBox<Role>> roles() {
        ComboBox<Role> box =
                new ComboBox<>(FXCollections.observableArrayList(model.book().roles()));
        box.setConverter(new BoxWords<>(Role::name));
        box.setPromptText(texts.get("administration.chooseRole"));
        box.setVisibleRowCount(12);
        model.book().role(seen.roleId()).ifPresent(box::setValue);
        Label says = dim("");
        box.valueProperty().addListener((any, before, now) -> {
            sending.typed();
            says.setText(words(now));
        });
        says.setText(words(box.getValue()));
        return new Field<>(texts.get("administration.role"), box).below(says);
    }

    private String words(@Nullable Role chosen) {
        return chosen == null ? "" : RightWords.of(chosen, model.book().lines(), texts);
    }

    private Account typed() {
        Role chosen = role.control().getValue();
        return new Account(
                seen.id(),
                seen.id().isEmpty() ? username.control().getText().strip() : seen.username(),
                name.control().getText().strip(),
                chosen == null || own ? seen.roleId() : chosen.id(),
                seen.enabled(),
                Days.read(from.control().getText()),
                Days.read(until.control().getText()),
                seen.version());
    }

    @Override
    boolean dirty() {
        return !typed().equals(seen)
                || (password != null && !password.isEmpty())
                || doings.filter(UserDoings::dirty).isPresent();
    }

    /** Puts below the form what is done at once. */
    void doings(Function<Account, Optional<UserDoings>> how) {
        make = how;
        follow(seen);
    }

    /**
     * Something was done at once, here or elsewhere: that goes on with the user as he is since then. What is typed stands against
     * him, too, unless somebody else changed just that; then it is for the one who typed to say whose stands.
     */
    void follow(Account stored) {
        boolean typedAt = !stored.enabled(seen.enabled()).seen(seen.version()).equals(seen);
        if (!typedAt) {
            seen = stored;
        } else if (typed().equals(seen)) {
            fill(stored);
        }
        doings.ifPresent(getChildren()::remove);
        doings = make.apply(stored);
        doings.ifPresent(getChildren()::add);
    }

    private void fill(Account stored) {
        seen = stored;
        title.setText(stored.displayName());
        name.control().setText(stored.displayName());
        model.book().role(stored.roleId()).ifPresent(role.control()::setValue);
        from.control().setText(Days.written(stored.validFrom()));
        until.control().setText(Days.written(stored.validUntil()));
    }

    /** Somebody else was faster: what is done at once goes on with the user as he is now, and says so. */
    void overtakenBy(Account now) {
        follow(now);
        doings.ifPresent(UserDoings::sayOvertaken);
    }

    @Override
    void takeFocus() {
        (seen.id().isEmpty() ? username : name).takeFocus();
    }

    @Override
    void send() {
        if (!Days.readable(from.control().getText())) {
            refuse("/validFrom", "format");
            return;
        }
        if (!Days.readable(until.control().getText())) {
            refuse("/validUntil", "format");
            return;
        }
        Account wanted = typed();
        LocalDate first = wanted.validFrom();
        LocalDate last = wanted.validUntil();
        if (wanted.username().isEmpty()) {
            refuse("/username", "required");
        } else if (wanted.displayName().isEmpty()) {
            refuse("/displayName", "required");
        } else if (wanted.roleId().isEmpty()) {
            refuse("/roleId", "required");
        } else if (first != null && last != null && last.isBefore(first)) {
            refuse("/validUntil", "order");
        } else if (password == null) {
            sending.<Account>send(answer -> model.service().change(wanted, answer), this::done);
        } else {
            Optional<Secret> secret = password.typed();
            secret.ifPresent(
                    typed -> sending.<Account>send(answer -> model.service().add(wanted, typed, answer), this::done));
        }
    }

    private void done(Account stored) {
        if (password != null) {
            password.clear();
        }
        seen = stored;
        saved.accept(stored);
    }

    @Override
    Optional<Account> newest() {
        return model.book().account(seen.id());
    }

    /** Whether he is locked is no field of this form: what somebody else did about that stays done. */
    @Override
    Account asIfSeen(Account newer) {
        return seen.enabled(newer.enabled()).seen(newer.version());
    }
}
