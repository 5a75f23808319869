package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.toancanh.access.Level;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionState;
import vn.toancanh.model.Layout.Scope;

/** For whom somebody may save a layout at the server. */
final class ForWhom {
    private ForWhom() {}

    /** From himself alone to everybody, as his rights allow. */
    static List<Scope> scopes(SessionState state) {
        List<Scope> scopes = new ArrayList<>(List.of(Scope.PRIVATE));
        Optional<Session> session = state.signedIn();
        if (session.filter(each -> each.mayAnywhere(Level.OPERATE)).isPresent()) {
            scopes.add(Scope.ROLE);
        }
        if (session.filter(each -> each.mayAt(Level.OPERATE, List.of(), List.of()))
                .isPresent()) {
            scopes.add(Scope.CITY);
        }
        return scopes;
    }
}
