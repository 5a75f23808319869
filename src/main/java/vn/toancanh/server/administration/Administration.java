package vn.toancanh.server.administration;

import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.store.Database;

/** {@code /users} and {@code /roles}, put together. */
public final class Administration implements Endpoints {
    private final UserEndpoints users;
    private final RoleEndpoints roles;

    public Administration(
            Database database, AccessControl control, Inventory inventory, AuditTrail audit, Json json, Clock clock) {
        Delegation delegation = new Delegation(control.sessions());
        UserChanges userChanges =
                new UserChanges(database, delegation, control.sessions(), control.accounts(), inventory, audit, clock);
        this.users = new UserEndpoints(userChanges, json);
        this.roles = new RoleEndpoints(new RoleChanges(database, delegation, inventory, audit), control.tokens(), json);
    }

    @Override
    public void addTo(Routes routes) {
        users.addTo(routes);
        roles.addTo(routes);
    }
}
