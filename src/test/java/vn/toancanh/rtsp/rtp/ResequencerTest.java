package vn.toancanh.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ResequencerTest {
    private final List<Integer> out = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();
    private final List<Long> extended = new ArrayList<>();
    private Resequencer resequencer = make(4);

    private Resequencer make(int depth) {
        return new Resequencer(depth, 50_000_000, (data, offset, length, sequence, arrival, gap) -> {
            out.add(data.getInt(offset));
            extended.add(sequence);
            if (gap) {
                gaps.add(data.getInt(offset));
            }
        });
    }

    @Test
    void swappedNeighboursComeOutInOrderWithoutLoss() {
        give(10, 12, 11, 13, 13, 11, 14);
        assertThat(out).containsExactly(10, 11, 12, 13, 14);
        assertThat(gaps).isEmpty();
        assertThat(resequencer.lost()).isZero();
    }

    @Test
    void aMissingPacketIsGivenUpWhenEnoughWaitOrLongEnough() {
        give(1, 3, 4, 5, 6);
        assertThat(out).containsExactly(1);
        give(7);
        assertThat(out).containsExactly(1, 3, 4, 5, 6, 7);
        assertThat(gaps).containsExactly(3);
        give(9);
        resequencer.giveUp(60_000_000);
        assertThat(out).endsWith(9);
        assertThat(resequencer.lost()).isEqualTo(2);
    }

    @Test
    void numbersWrapAndAStreamThatBeginsAnewIsTakenAsAGap() {
        give(65_534, 65_535, 0, 1);
        assertThat(extended).isEqualTo(List.of(131_070L, 131_071L, 131_072L, 131_073L));
        give(30_000, 30_001);
        assertThat(out).endsWith(1, 30_000, 30_001);
        assertThat(gaps).containsExactly(30_000);
        assertThat(resequencer.lost()).isZero();
    }

    @Test
    void withoutDepthEveryGapIsLossAtOnce() {
        resequencer = make(0);
        give(1, 4, 5);
        assertThat(out).containsExactly(1, 4, 5);
        assertThat(gaps).containsExactly(4);
        assertThat(resequencer.lost()).isEqualTo(2);
    }

    @Test
    void outputRisesAndNothingIsTwiceWhateverTheNetworkDoes() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            out.clear();
            extended.clear();
            resequencer = make(random.nextInt(40));
            List<Integer> sent = new ArrayList<>();
            for (int number = 0; number < 2000; number++) {
                int copies = random.nextInt(50) == 0 && number > 0 ? 0 : 1 + (random.nextInt(50) == 0 ? 1 : 0);
                for (int copy = 0; copy < copies; copy++) {
                    sent.add(number);
                }
            }
            for (int i = 1; i + 8 < sent.size(); i++) {
                if (random.nextInt(10) == 0) {
                    Collections.rotate(sent.subList(i, i + 1 + random.nextInt(8)), -1);
                }
            }
            sent.forEach(this::give);
            resequencer.giveUp(Long.MAX_VALUE / 2);
            for (int i = 1; i < extended.size(); i++) {
                assertThat(extended.get(i)).as("seed %d", seed).isGreaterThan(extended.get(i - 1));
            }
            assertThat(out.size() + resequencer.lost())
                    .as("seed %d", seed)
                    .isEqualTo(extended.getLast() - extended.getFirst() + 1);
        }
    }

    @Test
    void reportsTellLossAndTheDelaySinceTheLastSenderReport() {
        Reception reception = new Reception(90_000);
        for (int i = 0; i < 100; i++) {
            if (i % 4 != 3) {
                reception.packet(1000 + i, i * 3000, i * 33_333_333L);
            }
        }
        SenderReport report = new SenderReport(7, (2_208_988_800L + 1000L) << 32 | 0x8000_0000L, 5, 0);
        assertThat(report.unixMillis()).isEqualTo(1_000_500);
        ByteBuffer packet = ByteBuffer.wrap(ReceiverReport.write(1, 7, reception, report, 500_000_000));
        assertThat(packet.get(1) & 0xff).isEqualTo(201);
        assertThat(packet.getInt(8)).isEqualTo(7);
        assertThat(packet.get(12) & 0xff).isBetween(60, 65);
        assertThat(packet.getInt(12) & 0xff_ffff).isEqualTo(24);
        assertThat(packet.getInt(16)).isEqualTo(1098);
        assertThat(packet.getInt(28)).isEqualTo(32_768);
        assertThat(reception.jitterMillis()).isLessThan(1);
        assertThat(packet.remaining() % 4).isZero();
    }

    @Test
    void jitterIsTheMeanDeviationOfTransit() {
        Reception reception = new Reception(90_000);
        for (int i = 0; i < 2000; i++) {
            reception.packet(i, i * 3000, i * 33_333_333L + (i % 2) * 10_000_000L);
        }
        assertThat(reception.jitterMillis()).isBetween(9.0, 11.0);
    }

    @Test
    void packetsOfAnyBytesAreReadOrRefusedButNeverThrow() {
        RtpPacket packet = new RtpPacket();
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3f));
            }
            if (packet.read(ByteBuffer.wrap(bytes), 0, bytes.length)) {
                assertThat(packet.payloadLength()).isNotNegative();
                assertThat(packet.payloadOffset() + packet.payloadLength()).isLessThanOrEqualTo(bytes.length);
            }
            assertThat(SenderReport.find(ByteBuffer.wrap(bytes), 0, bytes.length, 0))
                    .isNotNull();
        }
    }

    private void give(Integer... numbers) {
        for (int number : numbers) {
            resequencer.packet(number, ByteBuffer.allocate(4).putInt(0, number), 0, 4, 0);
        }
    }
}
