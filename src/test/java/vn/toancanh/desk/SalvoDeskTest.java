package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.CameraId;
import vn.toancanh.wall.Salvo;

class SalvoDeskTest {
    private final SalvoDesk salvos = new SalvoDesk(FreshPreferences.on(new ManualLane(new ManualClock())));

    private static List<CameraId> cameras(int from, int to) {
        List<CameraId> all = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            all.add(new CameraId("c" + i));
        }
        return all;
    }

    @Test
    void groupsAreKeptByTheirNumbersReplacedAndTakenAway() {
        assertThat(salvos.free()).isEqualTo(1);
        salvos.keep(2, cameras(1, 3));
        salvos.keep(1, cameras(4, 5));
        assertThat(salvos.free()).isEqualTo(3);
        assertThat(salvos.all()).extracting(Salvo::number).containsExactly(1, 2);
        salvos.keep(2, cameras(9, 9));
        assertThat(salvos.find(2).orElseThrow().cameras()).isEqualTo(cameras(9, 9));
        salvos.keep(1, List.of());
        assertThat(salvos.find(1)).isEmpty();
        salvos.keep(7, cameras(1, 300));
        assertThat(salvos.find(7).orElseThrow().cameras()).hasSize(Salvo.MOST);
    }

    @Test
    void allAreKeptAnewAtOnce() {
        salvos.keep(2, cameras(1, 3));
        salvos.keep(5, cameras(4, 5));
        salvos.are(List.of(new Salvo(77, cameras(4, 5)), new Salvo(3, cameras(1, 3))));
        assertThat(salvos.all()).containsExactly(new Salvo(3, cameras(1, 3)), new Salvo(77, cameras(4, 5)));
    }

    @Test
    void whateverIsWrittenIsReadAndWhatIsSpoiltIsLeftOut() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Salvo> all = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                all.add(new Salvo(random.nextInt(1, 1_000_000), cameras(1, random.nextInt(1, Salvo.MOST + 1))));
            }
            String text = Salvo.write(all);
            assertThat(Salvo.read(text)).isEqualTo(all);
            assertThat(Salvo.read("x y\n0 c1\n5\n\n1234567 c1\n" + text)).isEqualTo(all);
            StringBuilder spoilt = new StringBuilder(text);
            for (int i = 0; i < 5 && !spoilt.isEmpty(); i++) {
                spoilt.setCharAt(random.nextInt(spoilt.length()), (char) random.nextInt(32, 127));
            }
            Salvo.read(spoilt.toString());
        }
    }
}
