package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.toancanh.live.TileState.Phase;

/** Pictures lie in their decoder's memory: where they cannot be looked at, that is their own tile's trouble alone. */
class SpoiltPicturesTest {
    private static final TileState DARK = TileState.of(Phase.FAILED, Cause.PLAYER_FAILED);

    private final LiveRig rig = new LiveRig();
    private final Logger log = (Logger) LoggerFactory.getLogger(LiveTile.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        log.addAppender(said);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(said);
    }

    private FakePlayers.One player(String camera) {
        return rig.players.open().stream()
                .filter(one -> LiveRig.of(one, camera))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itsTileIsDarkAndAllOthersGoOnAndSayWhenTheyStop() {
        rig.show("c1", "c2", "c3");
        rig.play(Duration.ofSeconds(1));
        FakePlayers.One second = player("c2");
        second.pictures.spoil();
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(1).state()).isEqualTo(DARK);
        assertThat(second.closed).isTrue();
        assertThat(rig.wall.notLive()).isEqualTo(new LiveWall.NotLive(1, 3));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.phase(2)).isEqualTo(Phase.LIVE);
        rig.advance(StallWatch.FROZEN_AFTER.plusSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
        assertThat(rig.phase(2)).isEqualTo(Phase.FROZEN);
    }

    @Test
    void thatIsLoggedOnceAndTriedAgainAfterAMinute() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        player("c1").pictures.spoil();
        rig.play(Reconnection.RARE_TRY.minus(Reconnection.RARE_SPREAD).minusSeconds(1));
        assertThat(rig.tile(0).state()).isEqualTo(DARK);
        assertThat(said.list).hasSize(1);
        rig.play(Reconnection.RARE_SPREAD.plusSeconds(3));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.opened).hasSize(2);
        assertThat(said.list).hasSize(1);
    }

    @Test
    void aFirstPictureThatCannotBeLookedAtHoldsNoPulseUp() {
        rig.show("c1", "c2");
        player("c1").pictures.spoil();
        player("c2").pictures.publish();
        assertThat(rig.tile(0).firstWaits()).isFalse();
        rig.wall.tiles().forEach(LiveTile::noticeFirst);
        assertThat(rig.tile(0).state()).isEqualTo(DARK);
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
    }
}
