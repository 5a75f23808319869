package vn.toancanh.desk;

import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.Push;

/** Who notes what this desk does with walls of the city. Lane: DESK. */
public interface WallEar {
    /** Nobody notes. */
    WallEar NOBODY = new WallEar() {
        @Override
        public void told(CityWall wall, boolean sure) {}

        @Override
        public void done(CityWall wall, Push.What what, String name) {}

        @Override
        public void released(CityWall wall) {}
    };

    /**
     * A wall was told something that stays: it is controlled from here, whatever comes of it.
     *
     * @param sure false where nobody has said whether the server has heard it
     */
    void told(CityWall wall, boolean sure);

    /**
     * A wall has done something that stays.
     *
     * @param name of the scene or layout; empty where there is none
     */
    void done(CityWall wall, Push.What what, String name);

    /** A wall was told that it is its own again. */
    void released(CityWall wall);
}
