package vn.toancanh.ui.shell;

import vn.toancanh.access.Connection;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;

/** Why somebody who sits there already is asked to sign in. */
final class SignInHint {
    private SignInHint() {}

    static String of(Connection connection, Texts texts) {
        Failure why = connection.why();
        if (why != null) {
            return texts.of(why);
        }
        return texts.get(connection.phase() == Connection.Phase.LAPSED ? "login.lapsed" : "login.expired");
    }
}
