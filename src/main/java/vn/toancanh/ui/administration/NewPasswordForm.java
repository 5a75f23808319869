package vn.toancanh.ui.administration;

import vn.toancanh.administration.Account;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;

/** Another password for a user, who then has to sign in anew everywhere. */
final class NewPasswordForm extends Form {
    private final AdministrationModel model;
    private final Account user;
    private final Overlay overlay;
    private final Runnable set;
    private final PasswordPair password;

    NewPasswordForm(AdministrationModel model, Account user, Texts texts, Overlay overlay, Runnable set) {
        super(texts, texts.get("administration.setPasswordNow"));
        this.model = model;
        this.user = user;
        this.overlay = overlay;
        this.set = set;
        password = new PasswordPair(this, "/password", texts.get("administration.newPassword"), texts);
        getChildren().addAll(password, foot());
    }

    @Override
    boolean dirty() {
        return !password.isEmpty();
    }

    @Override
    void takeFocus() {
        password.takeFocus();
    }

    @Override
    void send() {
        password.typed()
                .ifPresent(secret -> overlay.ask(
                        texts.get("administration.setPasswordTitle", user.displayName()),
                        texts.get("administration.setPasswordWords"),
                        texts.get("administration.setPasswordNow"),
                        () -> put(secret)));
    }

    private void put(Secret secret) {
        sending.<Boolean>send(answer -> model.service().setPassword(user, secret, answer), any -> {
            password.clear();
            set.run();
        });
    }
}
