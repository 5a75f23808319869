package vn.toancanh.app.client;

import java.time.ZoneId;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.central.CentralClient;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.ui.administration.AdministrationModel;
import vn.toancanh.ui.administration.TrailParts;

/** What the views of administration show, from the server they ask. */
final class AdministrationOnScreen {
    private AdministrationOnScreen() {}

    /** @param kept hears what the files of the audit trail are called that were kept; on whatever thread wrote them */
    static AdministrationModel model(
            CentralClient central, Catalogue catalogue, LockDesk lock, Clock clock, Consumer<String> kept) {
        return new AdministrationModel(
                central.administration(),
                central.publishing(),
                central.certificates(),
                central.sessions(),
                lock::know,
                new TrailParts(
                        central.trail(),
                        catalogue::snapshot,
                        file -> new WholeFile(file, kept),
                        clock,
                        ZoneId.systemDefault()));
    }
}
