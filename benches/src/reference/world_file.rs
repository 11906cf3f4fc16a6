//! The reference world as bytes: reads the file that other implementations read. Knows no files,
//! only what stands in them.

use super::world::World;

const MAGIC: u32 = 0x534F_4357;

/// A world from the bytes of its file, checked. The error is a sentence for people.
pub fn read(bytes: &[u8]) -> Result<World, String> {
    let mut words = bytes
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]));
    let mut take = |count: usize| -> Result<Vec<u32>, String> {
        let part: Vec<u32> = words.by_ref().take(count).collect();
        if part.len() == count {
            Ok(part)
        } else {
            Err("the world file ends too early".to_string())
        }
    };
    let header = take(8)?;
    let [magic, people, count, households, entries, seed, ..] = header[..] else {
        return Err("the world file has no header".to_string());
    };
    if magic != MAGIC {
        return Err(format!(
            "this is no world file: it begins with {magic:#010x}, not with {MAGIC:#010x}"
        ));
    }
    let people = people as usize;
    let mut world = World {
        seed,
        neighbourhoods: take(count as usize + 1)?,
        households: take(households as usize + 1)?,
        rows: take(people + 1)?,
        friends: take(entries as usize)?,
        ..World::default()
    };
    for column in [
        &mut world.wellbeing,
        &mut world.connection,
        &mut world.control,
        &mut world.need,
    ] {
        *column = take(people)?.into_iter().map(f32::from_bits).collect();
    }
    check(&world, people, entries)?;
    Ok(world)
}

/// The bytes of the file of a world.
pub fn write(world: &World) -> Vec<u8> {
    let (count, households) = (world.neighbourhoods.len() - 1, world.households.len() - 1);
    let header = [
        MAGIC,
        world.people() as u32,
        count as u32,
        households as u32,
        world.friends.len() as u32,
        world.seed,
        0,
        0,
    ];
    let words = header
        .iter()
        .chain(&world.neighbourhoods)
        .chain(&world.households)
        .chain(&world.rows)
        .chain(&world.friends)
        .copied();
    let starts = world
        .wellbeing
        .iter()
        .chain(&world.connection)
        .chain(&world.control)
        .chain(&world.need)
        .map(|x| x.to_bits());
    words.chain(starts).flat_map(u32::to_le_bytes).collect()
}

/// Steps rise from 0 to their end, friends are people, starts are between 0 and 1.
fn check(world: &World, people: usize, entries: u32) -> Result<(), String> {
    if people == 0 {
        return Err("nobody lives in the world file".to_string());
    }
    for (name, steps, end) in [
        ("neighbourhoods", &world.neighbourhoods, people as u32),
        ("households", &world.households, people as u32),
        ("rows of friends", &world.rows, entries),
    ] {
        let rises = steps.windows(2).all(|two| two[0] <= two[1]);
        if !rises || steps[0] != 0 || steps[steps.len() - 1] != end {
            return Err(format!(
                "{name} of the world file do not rise from 0 to {end}"
            ));
        }
    }
    if world
        .friends
        .iter()
        .any(|friend| *friend as usize >= people)
    {
        return Err("the world file ties somebody to nobody".to_string());
    }
    let mut starts = world
        .wellbeing
        .iter()
        .chain(&world.connection)
        .chain(&world.control)
        .chain(&world.need);
    if starts.any(|x| !(0.0..=1.0).contains(x)) {
        return Err("the world file starts somebody outside 0 to 1".to_string());
    }
    let mut homes = world.neighbourhoods.iter();
    if !homes.all(|start| world.households.binary_search(start).is_ok()) {
        return Err("a household of the world file lies in two neighbourhoods".to_string());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_world_comes_back_as_it_was() {
        let world = World::new(1_234, 7);
        assert_eq!(read(&write(&world)), Ok(world));
    }

    #[test]
    fn what_is_no_world_is_refused() {
        let bytes = write(&World::new(100, 7));
        assert!(
            read(&bytes[..bytes.len() - 4])
                .unwrap_err()
                .contains("too early")
        );
        assert!(read(&[]).is_err());
        let with = |at: usize, word: u32| {
            let mut changed = bytes.clone();
            changed[at * 4..at * 4 + 4].copy_from_slice(&word.to_le_bytes());
            read(&changed).unwrap_err()
        };
        assert!(with(0, 1).contains("no world file"));
        assert!(with(8, 1).contains("neighbourhoods"));
        assert!(with(bytes.len() / 4 - 401, 100).contains("nobody"));
        assert!(with(bytes.len() / 4 - 1, 2.0_f32.to_bits()).contains("outside"));
    }
}
