package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;

@Timeout(180)
class BriefingTest {
    private static final long LATER = 1L << 60;

    @TempDir
    Path folder;

    /** Two grants stand, and one of them ends before all is told. */
    private static final class OneEnds implements Grants {
        @Override
        public List<Allowance> all() {
            return List.of(allowance("g-stays"), allowance("g-ends"));
        }

        @Override
        public List<Allowance> takeUp(List<Allowance> known) {
            return all();
        }

        @Override
        public @Nullable Admission of(String grantId) {
            return grantId.equals("g-stays") ? allowance(grantId).admission() : null;
        }

        @Override
        public Set<Admission> ended(Set<Admission> watching) {
            return Set.of();
        }
    }

    private static Allowance allowance(String id) {
        return Told.grant(id, "s-1", LATER, LATER).allowance();
    }

    @Test
    void whatEndsWhileItIsToldIsCutAfterwards() throws IOException {
        Path file = folder.resolve("relay-1.sock");
        List<Order> heard = new ArrayList<>();
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(file));
            ControlSocket server = ControlSocket.connect(file);
            ControlSocket relay = new ControlSocket(door.accept());
            Neighbour neighbour = new Neighbour(server, Optional.empty(), file, new Word.Hello(1, "1", "00"), null);
            new Briefing(neighbour, new ManualLane(new ManualClock())).give(new OneEnds(), true);
            server.close();
            for (Order order = relay.read(Order.class); order != null; order = relay.read(Order.class)) {
                heard.add(order);
            }
            relay.close();
        }
        assertThat(heard)
                .containsExactly(
                        new Order.Admit(List.of(WireGrant.of(allowance("g-stays")), WireGrant.of(allowance("g-ends")))),
                        new Order.Settle(),
                        new Order.Cut(List.of("g-ends"), List.of()));
    }
}
