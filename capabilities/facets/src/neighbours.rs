//! The town's places, as forms ask for them.

use std::sync::Arc;

use kernel::{Choice, Result};
use platform::{Conn, Ctx};

use super::fields::{Spot, Whereabouts};
use places::TownPlaces;

/// The town's places, as forms ask for them.
pub struct Town(Arc<TownPlaces>);

impl Whereabouts for Town {
    fn knows_postcodes(&self) -> bool {
        self.0.postcode_count() > 0
    }
    fn postcode(&self, text: &str) -> Option<Spot> {
        let found = self.0.postcode(text)?;
        let (postcode, wijk) = (Some(found.postcode.clone()), found.wijk_code.clone());
        Some(Spot { postcode, wijk, point: Some(found.point) })
    }
    fn wijk(&self, code: &str) -> Option<Spot> {
        let wijk = self.0.wijk(code)?;
        Some(Spot { postcode: None, wijk: Some(wijk.code.clone()), point: Some(wijk.centre) })
    }
}

/// The town's places and its wijken to choose from, for who holds no connection.
pub async fn town(ctx: &Ctx) -> Result<(Town, Vec<Choice>)> {
    Ok(with_wijken(places::cached_alone(ctx).await?))
}

/// The same over the connection at hand.
pub async fn town_on(conn: &mut Conn, ctx: &Ctx) -> Result<(Town, Vec<Choice>)> {
    Ok(with_wijken(places::cached(conn, ctx).await?))
}

fn with_wijken(places: Arc<TownPlaces>) -> (Town, Vec<Choice>) {
    let wijken = places.wijken().map(|area| Choice::new(area.code.clone(), area.name.clone())).collect();
    (Town(places), wijken)
}
