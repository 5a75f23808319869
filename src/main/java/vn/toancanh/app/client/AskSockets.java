package vn.toancanh.app.client;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.app.layout.LayoutSocket;
import vn.toancanh.app.status.StatusSocket;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/** Where other processes of this user ask a running client: for its status, and for its layouts. Any thread. */
final class AskSockets {
    private static final Logger LOG = LoggerFactory.getLogger(AskSockets.class);

    private AskSockets() {}

    /** Opens them; where there are none on this system nobody can ask, and the client goes on. */
    static Handle open(Path folder, Lane desk, Client client) {
        long pid = ProcessHandle.current().pid();
        try {
            Handle layouts = LayoutSocket.open(folder, pid, new LayoutHands(desk, client));
            Handle status = StatusSocket.open(
                    folder, pid, answer -> desk.execute(() -> answer.accept(client.readings.report(pid))));
            return () -> {
                status.close();
                layouts.close();
            };
        } catch (IOException | UnsupportedOperationException none) {
            LOG.warn("no status socket", none);
            return Handle.NONE;
        }
    }
}
